import { randomUUID } from 'node:crypto';

/**
 * @typedef {import('./rows.mjs').Demo} Demo
 * @typedef {import('./rows.mjs').Ids} Ids
 */

const FIRST_NUMBER = 140;

/**
 * Initiatives, their requests for support, and who must be called.
 * @param {Demo} demo
 * @param {Ids} ids
 */
export async function fillSupport(demo, ids) {
  const { content, insert, shift } = demo;
  const initiatives = new Map();
  for (const initiative of content.initiatives) {
    const id = randomUUID();
    initiatives.set(initiative.id, { id, name: initiative.name });
    await insert('initiatives', [
      {
        id,
        slug: initiative.id,
        name: initiative.name,
        district_id: ids.districts.get(initiative.districtId),
        about: initiative.about ?? '',
        members: initiative.members ?? null,
        active_since: initiative.activeSince ? shift.day(initiative.activeSince) : null,
        state: initiative.status.toUpperCase(),
      },
    ]);
  }
  for (const [index, request] of content.supportRequests.entries()) {
    await fillRequest(demo, ids, initiatives, request, FIRST_NUMBER + index);
  }
  await insert('call_list_items', callList(shift));
}

/**
 * @param {Demo} demo
 * @param {Ids} ids
 * @param {Map<string, { id: string, name: string }>} initiatives
 * @param {import('./content.js').DemoRequest} request
 * @param {number} number
 */
async function fillRequest({ insert, shift, hash }, ids, initiatives, request, number) {
  const id = randomUUID();
  const group = initiatives.get(request.initiativeId ?? '');
  await insert('support_requests', [
    {
      id,
      number,
      code_hash: hash('support', `DEMO${number}`),
      title: request.title,
      body: request.body,
      kinds: request.kinds.map((kind) => kind.toUpperCase()),
      amount_eur: request.amountRequestedEur ?? null,
      district_id: ids.districts.get(request.districtId),
      initiative_id: group?.id ?? null,
      group_name: group?.name ?? request.requesterName ?? '',
      contact_kind: 'PHONE',
      contact_value: `030 23125-${160 + (number - FIRST_NUMBER)}`,
      channel: 'OFFICE',
      state: request.state.toUpperCase(),
      state_since: shift.at((request.history.at(-1) ?? request.history[0]).at),
      requested_at: shift.at(request.requestedAt),
      promised_for: shift.plusDays(shift.day(request.requestedAt), 7),
    },
  ]);
  await insert(
    'support_steps',
    request.history.map((step, index) => ({
      request_id: id,
      to: step.to.toUpperCase(),
      at: new Date(shift.at(step.at).getTime() + index * 60_000),
      by: step.by,
      note: step.note ?? '',
      audience: 'PERSON',
    })),
  );
}

/** @param {Demo['shift']} shift */
function callList(shift) {
  return [
    {
      kind: 'PHONE',
      person: 'Manfred H.',
      contact: '030 23125-150',
      subject: 'Rückfrage zu „Mehr Grün bei uns“',
      message: 'An welcher Stelle soll es grüner werden, und was wünschen Sie sich dort?',
      link: '/team/vorschlaege/128',
      created_at: shift.at('2026-11-13'),
      due_at: shift.at('2026-11-20'),
    },
    {
      kind: 'LETTER',
      person: 'Helga und Dieter',
      contact: 'Siedlerweg 4, 08289 Schneeberg',
      subject: 'Der Bücherschrank wird gebaut',
      message: 'Die Siedlergemeinschaft hat Holz und Glas bekommen. Aufgestellt wird im Frühjahr.',
      link: '/team/vorschlaege/115',
      created_at: shift.at('2026-11-17'),
      due_at: shift.at('2026-11-24'),
    },
  ];
}
