import { randomUUID } from 'node:crypto';
import { requestRow } from './rows.mjs';

/** @typedef {import('../tooling/seed/rows.mjs').Demo} Demo */

const FIRST_NUMBER = 140;
const PROMISE_DAYS = 7;

export const after = ['settings', 'forum'];

/**
 * Initiatives and their requests for support.
 * @param {Demo} demo
 */
export async function fill(demo) {
  const { content, insert, shift, idOf } = demo;
  const initiatives = new Map();
  for (const initiative of content.initiatives) {
    const id = randomUUID();
    initiatives.set(initiative.id, { id, name: initiative.name });
    await insert('initiatives', [
      {
        id,
        slug: initiative.id,
        name: initiative.name,
        district_id: idOf('districts', initiative.districtId),
        about: initiative.about ?? '',
        members: initiative.members ?? null,
        active_since: initiative.activeSince ? shift.day(initiative.activeSince) : null,
        state: initiative.status.toUpperCase(),
      },
    ]);
  }
  for (const [index, request] of content.supportRequests.entries()) {
    await fillRequest(demo, initiatives, request, FIRST_NUMBER + index);
  }
}

/**
 * The office promises money that a session recommended, at the item that was about it.
 * @param {Demo} demo
 * @param {import('../tooling/seed/content.js').DemoStep} step
 */
async function signed({ idOf, client }, { by, at }) {
  if (by !== 'Stadtteilforum') return { by, session_id: null, agenda_item_id: null };
  const session_id = idOf('forumSessions', at);
  const { rows } = await client.query(
    `SELECT id FROM agenda_items WHERE session_id = $1 ORDER BY kind <> 'fund', position LIMIT 1`,
    [session_id],
  );
  return { by: 'office', session_id, agenda_item_id: rows[0].id };
}

/**
 * @param {Demo} demo
 * @param {Map<string, { id: string, name: string }>} initiatives
 * @param {import('../tooling/seed/content.js').DemoRequest} request
 * @param {number} number
 */
async function fillRequest(demo, initiatives, request, number) {
  const { insert, shift, hash, idOf } = demo;
  const id = randomUUID();
  const group = initiatives.get(request.initiativeId ?? '');
  await insert('support_requests', [
    requestRow({
      id,
      number,
      codeHash: hash('support', `DEMO${number}`),
      title: request.title,
      body: request.body,
      kinds: /** @type {import('./types').SupportKind[]} */ (
        request.kinds.map((kind) => kind.toUpperCase())
      ),
      amountEur: request.amountRequestedEur ?? null,
      districtId: idOf('districts', request.districtId) ?? '',
      initiativeId: group?.id ?? null,
      groupName: group?.name ?? request.requesterName ?? '',
      contactKind: 'PHONE',
      contactValue: `030 23125-${160 + (number - FIRST_NUMBER)}`,
      channel: 'OFFICE',
      state: /** @type {import('./types').SupportState} */ (request.state.toUpperCase()),
      stateSince: shift.at((request.history.at(-1) ?? request.history[0]).at),
      requestedAt: shift.at(request.requestedAt),
      promisedFor: shift.plusDays(shift.day(request.requestedAt), PROMISE_DAYS),
    }),
  ]);
  const answer = request.history.find(
    ({ to, by }, index) => index > 0 && to !== 'withdrawn' && by !== 'asker',
  );
  const made_at = shift.at(request.requestedAt);
  await insert('answer_promises', [
    {
      ...{ kind: 'supportRequest', case_id: id, made_at },
      promised_for: shift.plusDays(shift.day(request.requestedAt), PROMISE_DAYS),
      answered_at: answer ? shift.at(answer.at) : null,
    },
  ]);
  const named = await Promise.all(request.history.map((step) => signed(demo, step)));
  await insert(
    'support_steps',
    request.history.map((step, index) => ({
      request_id: id,
      to: step.to.toUpperCase(),
      at: new Date(shift.at(step.at).getTime() + index * 60_000),
      ...named[index],
      note: step.note ?? '',
      audience: 'PERSON',
    })),
  );
}
