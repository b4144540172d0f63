import { randomUUID } from 'node:crypto';

/** @typedef {import('../tooling/seed/rows.mjs').Demo} Demo */

// The content says who an event is for, not what kind it is.
const KINDS = {
  'e-01': 'CONSULTATION',
  'e-02': 'COUNSELLING',
  'e-03': 'MEETING',
  'e-04': 'CONSULTATION',
  'e-05': 'MEETING',
  'e-06': 'CULTURE',
  'e-08': 'HELP',
  'e-09': 'MEETING',
  'e-10': 'HELP',
  'e-11': 'COUNSELLING',
  'e-12': 'CHILDREN',
  'e-13': 'HELP',
  'e-14': 'CULTURE',
  'e-16': 'COURSE',
};

export const after = ['settings', 'network'];

/**
 * Events of the demo. Forum sessions come into the calendar by themselves.
 * @param {Demo} demo
 */
export async function fill(demo) {
  for (const event of demo.content.events) {
    if (event.forumSessionId) continue;
    await fillEntry(demo, event);
  }
}

/**
 * @param {Demo} demo
 * @param {import('../tooling/seed/content.js').DemoEvent} event
 */
async function fillEntry({ insert, shift, idOf }, event) {
  const id = randomUUID();
  const start = shift.local(event.start);
  const end = shift.local(event.end);
  const [rule = '', until] = String(event.rrule ?? '').split(';UNTIL=');
  await insert('calendar_entries', [
    {
      id,
      uid: `${event.id}@stadtteilforum.example`,
      title: event.title,
      description: event.description,
      kind: /** @type {Record<string, string>} */ (KINDS)[event.id] ?? 'OTHER',
      audience: event.audience ?? '',
      place: event.place,
      accessible: event.accessible ?? '',
      organizer: event.organizer,
      partners_only: event.visibility === 'partners',
      partner_id: idOf('partnerNames', event.organizer) ?? null,
      time_zone: shift.zone,
      local_start: start,
      local_end: end,
      starts_at: shift.instantOf(start),
      ends_at: shift.instantOf(end),
      rrule: rule,
      series_ends_on: until
        ? shift.day(`${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`)
        : null,
      updated_at: new Date(),
    },
  ]);
  await insert(
    'calendar_entry_districts',
    event.districtIds.map((d) => ({ entry_id: id, district_id: idOf('districts', d) })),
  );
  await insert(
    'calendar_exceptions',
    (event.exdates ?? []).map((date) => ({
      entry_id: id,
      local_date: shift.day(date),
      cancelled: true,
    })),
  );
}
