import { plusDays } from '../core/day.mjs';
import { holidaysAround } from '../settings/holidays.mjs';

/** @typedef {import('../tooling/seed/rows.mjs').Demo} Demo */

export const after = ['accounts', 'settings'];

/** The weeks the demo is filled for; later ones come by themselves. */
const DAYS = 56;

const HOURS = [
  { who: 'counsellor', weekday: 2, starts: '14:00', ends: '17:00', minutes: 30, kind: 'PERSONAL' },
  { who: 'counsellor', weekday: 4, starts: '09:00', ends: '11:00', minutes: 20, kind: 'PHONE' },
  { who: 'counsellor', weekday: 5, starts: '09:00', ends: '11:00', minutes: 30, kind: 'WALK_IN' },
  { who: 'both', weekday: 3, starts: '10:00', ends: '12:00', minutes: 60, kind: 'HOME_VISIT' },
];

/** Hours of the counselling, and the appointments that follow from them; nobody has one. @param {Demo} demo */
export async function fill({ insert, client, shift, idOf, content }) {
  const from = shift.day(shift.plusDays(content.meta.anchorDate, -7));
  for (const { who, ...hours } of HOURS) {
    await insert('counselling.hours', [
      {
        ...{ counsellor_id: idOf('users', who), ...hours, from_day: from },
        ...{ place: 'Stadtteilbüro, Zimmer 2', step_free: true, languages: ['de', 'en'] },
        time_zone: shift.zone,
      },
    ]);
  }
  const { rows } = await client.query(
    `SELECT to_char(database_clock() AT TIME ZONE $1, 'YYYY-MM-DD') AS today,
       holiday_region AS region FROM office_settings`,
    [shift.zone],
  );
  const [{ today, region }] = rows;
  const until = plusDays(today, DAYS);
  await client.query('SELECT counselling.fill_slots($1::date, $2::date[])', [
    until,
    holidaysAround(today, until, region),
  ]);
}
