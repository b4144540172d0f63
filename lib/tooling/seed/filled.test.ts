import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plusDays } from '@/lib/core/day.mjs';
import { holidaysAround, weekdayOf } from '@/lib/settings/holidays.mjs';
import { testDatabase } from '@/lib/testing/database';
import { fillWithDemo } from '@/lib/testing/filled-demo';

testDatabase();

let client: pg.Client;

beforeAll(async () => {
  client = await fillWithDemo();
}, 60_000);

afterAll(async () => {
  await client.end();
});

const read = async (sql: string) => (await client.query(sql)).rows;

it('the calendar of the demo says of the counselling what can be booked', async () => {
  const said = await read(
    `SELECT replace(rrule, 'FREQ=WEEKLY;BYDAY=', '') AS day, right(local_start, 5) AS starts,
       right(local_end, 5) AS ends FROM calendar_entries WHERE kind = 'COUNSELLING' AND rrule <> '' ORDER BY 1, 2`,
  );
  const had = await read(
    `SELECT (ARRAY['MO','TU','WE','TH','FR','SA','SU'])[weekday] AS day, to_char(starts, 'HH24:MI') AS starts,
       to_char(ends, 'HH24:MI') AS ends FROM counselling.hours WHERE kind <> 'HOME_VISIT' ORDER BY 1, 2`,
  );
  expect(had.length).toBeGreaterThan(2);
  expect(said).toEqual(had);
  // Each begins on its own weekday.
  expect(
    await read(
      `SELECT title FROM calendar_entries WHERE kind = 'COUNSELLING' AND rrule <> ''
       AND upper(left(to_char(local_start::timestamp, 'Day'), 2)) <> right(rrule, 2)`,
    ),
  ).toEqual([]);
});

it('nobody is counselled on a public holiday, neither by the calendar nor by what can be booked', async () => {
  const [{ today, region }] = await read(
    `SELECT to_char(database_clock() AT TIME ZONE 'Europe/Berlin', 'YYYY-MM-DD') AS today,
       holiday_region AS region FROM office_settings`,
  );
  const ahead = holidaysAround(today, plusDays(today, 365), region).filter(
    (day) => day > today && day <= plusDays(today, 365),
  );
  const series = await read(
    `SELECT id, extract(isodow FROM local_start::timestamp)::int AS weekday,
       (SELECT array_agg(local_date) FROM calendar_exceptions x WHERE x.entry_id = e.id AND cancelled) AS off
     FROM calendar_entries e WHERE kind = 'COUNSELLING' AND rrule <> '' AND uid LIKE 'beratung-%'`,
  );
  const invited = series.flatMap(({ weekday, off }) =>
    ahead.filter((day) => weekdayOf(day) === weekday && !off?.includes(day)),
  );
  expect(series.length).toBeGreaterThan(2);
  expect(invited).toEqual([]);
  expect(
    (await read('SELECT local_date::text AS day FROM counselling.slots')).filter(({ day }) =>
      ahead.includes(day),
    ),
  ).toEqual([]);
});

it('whoever counsels helps with no forms while they can be booked', async () => {
  expect(
    await read(
      `SELECT e.title FROM calendar_entries e JOIN counselling.slots s
         ON s.starts_at < e.ends_at AND s.ends_at > e.starts_at AND s.kind <> 'HOME_VISIT'
       WHERE e.organizer = 'Allgemeine Sozialberatung' AND e.rrule = ''`,
    ),
  ).toEqual([]);
});

it('those who speak for the Forum have the right to vote in it', async () => {
  const rows = await read(
    `SELECT u.forum_right FROM users u JOIN role_grants r ON r.user_id = u.id WHERE r.role = 'REPRESENTATIVE'`,
  );
  expect(rows).toEqual([{ forum_right: true }]);
  // Whoever works for the office has none.
  expect(
    await read(
      `SELECT u.email FROM users u JOIN role_grants r ON r.user_id = u.id
       WHERE u.forum_right AND r.role NOT IN ('REPRESENTATIVE')`,
    ),
  ).toEqual([]);
});

it('the agenda of the next Forum names the day of the one before', async () => {
  const [next, last] = await read(
    'SELECT id, local_date::text AS day FROM forum_sessions ORDER BY number DESC LIMIT 2',
  );
  const day = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const titles = async (id: string) =>
    (await read(`SELECT title FROM agenda_items WHERE session_id = '${id}'`))
      .map(({ title }) => title)
      .join('\n');
  expect(await titles(next.id)).toContain(`Protokolls vom ${day.format(new Date(last.day))}`);
  expect(await titles(last.id)).toContain(`Termin: ${day.format(new Date(next.day))}`);
});
