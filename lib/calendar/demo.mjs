import { randomUUID } from 'node:crypto';
import { plusDays } from '../core/day.mjs';
import { holidaysAround, weekdayOf } from '../settings/holidays.mjs';

/** @typedef {import('../tooling/seed/rows.mjs').Demo} Demo */

// The content says who an event is for, not what kind it is.
const KINDS = {
  'e-01': 'CONSULTATION',
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

/** What the hours of the counselling are called in the calendar; where to be visited at home is nobody's to read. */
const COUNSELLING = [
  {
    kind: 'PERSONAL',
    title: 'Sozialberatung mit Termin',
    how: 'Bitte machen Sie vorher einen Termin, dann warten Sie nicht.',
  },
  {
    kind: 'PHONE',
    title: 'Sozialberatung am Telefon',
    how: 'Bitte machen Sie vorher einen Termin. Wir rufen Sie dann an.',
  },
  {
    kind: 'WALK_IN',
    title: 'Sozialberatung ohne Termin',
    how: 'Kommen Sie einfach vorbei. Sie bekommen eine Nummer.',
  },
];
const COUNSELLED =
  'Hilfe bei Anträgen, Briefen vom Amt und Bewerbungen. Vertraulich und kostenlos.';
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

export const after = ['settings', 'network', 'appointments'];

/**
 * Events of the demo. Forum sessions come into the calendar by themselves.
 * @param {Demo} demo
 */
export async function fill(demo) {
  for (const event of demo.content.events) {
    if (event.forumSessionId) continue;
    await fillEntry(demo, event);
  }
  for (const named of COUNSELLING) await fillCounselling(demo, named);
}

/**
 * Series of the hours that can be had: the calendar says the same as whoever books.
 * @param {Demo} demo
 * @param {typeof COUNSELLING[number]} named
 */
async function fillCounselling({ client, insert, shift, ids }, { kind, title, how }) {
  const { rows } = await client.query(
    `SELECT min(id::text) AS id, weekday, place, time_zone, to_char(starts, 'HH24:MI') AS starts,
       to_char(ends, 'HH24:MI') AS ends,
       to_char(from_day + (weekday + 7 - extract(isodow FROM from_day)::int) % 7, 'YYYY-MM-DD') AS first,
       (SELECT holiday_region FROM office_settings) AS region
     FROM counselling.hours WHERE kind = $1 AND until_day IS NULL
     GROUP BY weekday, place, time_zone, starts, ends, from_day`,
    [kind],
  );
  for (const hours of rows) {
    const id = randomUUID();
    const start = `${hours.first}T${hours.starts}`;
    const end = `${hours.first}T${hours.ends}`;
    await insert('calendar_entries', [
      {
        ...{ id, uid: `beratung-${hours.id}@stadtteilforum.example`, title, kind: 'COUNSELLING' },
        ...{ description: `${COUNSELLED} ${how}`, organizer: 'Allgemeine Sozialberatung' },
        ...{ audience: 'alle', place: kind === 'PHONE' ? 'Am Telefon' : hours.place },
        ...{ accessible: kind === 'PHONE' ? '' : 'ebenerdig', time_zone: hours.time_zone },
        ...{
          local_start: start,
          local_end: end,
          rrule: `FREQ=WEEKLY;BYDAY=${WEEKDAYS[hours.weekday - 1]}`,
        },
        ...{
          starts_at: shift.instantOf(start),
          ends_at: shift.instantOf(end),
          updated_at: new Date(),
        },
      },
    ]);
    await insert(
      'calendar_entry_districts',
      ids('districts').map((district) => ({ entry_id: id, district_id: district })),
    );
    await insert(
      'calendar_exceptions',
      holidaysOf(hours).map((day) => ({
        ...{ entry_id: id, local_date: day, cancelled: true, note: 'Feiertag' },
      })),
    );
  }
}

/**
 * Nobody counsels on a public holiday: those of the year it begins in and of the next.
 * @param {{ first: string, weekday: number, region: string }} hours
 */
const holidaysOf = ({ first, weekday, region }) =>
  holidaysAround(first, plusDays(first, 365), region).filter(
    (day) => day >= first && weekdayOf(day) === weekday,
  );

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
