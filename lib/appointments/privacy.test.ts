import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { databaseNamed } from '../tooling/test-server.mjs';

testDatabase();

/** When the appointment ends, the wrong code was tried, the number drawn. */
const END = new Date('2026-12-01T08:30:00Z').getTime();
const HOUR = 3_600_000;
const DAY = 24;
const TIMES = [1, 12, 23.9, 24, 25, 39, 40, 72, 6.9 * DAY, 7 * DAY, 8 * DAY, 8.7 * DAY];
const LONG_AFTER = [30, 100, 365, 400].map((days) => days * DAY);

/** What is left of each kind, and until so many hours after its end. */
const KEPT: Readonly<Record<string, { until: number; rows: string }>> = {
  'a name, a number, a need of somebody who came': {
    until: 24,
    rows: `SELECT FROM counselling.bookings WHERE state = 'HELD' AND concat(name, phone, language) <> ''`,
  },
  'of somebody who has to be rung': {
    until: 24,
    rows: `SELECT FROM counselling.bookings WHERE to_call OR (state = 'CANCELLED_BY_OFFICE' AND phone IS NOT NULL)`,
  },
  'of somebody whose appointment nobody settled': {
    until: 24,
    rows: `SELECT FROM counselling.bookings WHERE state = 'BOOKED' AND (name IS NOT NULL OR step_free)`,
  },
  'of somebody who cancelled': {
    until: Number.NEGATIVE_INFINITY,
    rows: `SELECT FROM counselling.bookings WHERE state = 'CANCELLED_BY_VISITOR' AND concat(name, phone, language) <> ''`,
  },
  'that somebody had an appointment': {
    until: 7 * DAY,
    rows: 'SELECT FROM counselling.bookings',
  },
  'the appointment': { until: 7 * DAY, rows: 'SELECT FROM counselling.slots' },
  // The first day after the seventh, by the days of the database.
  'a day off': { until: 8 * DAY - 8.5, rows: 'SELECT FROM counselling.days_off' },
  'a wrong code': { until: 1, rows: 'SELECT FROM counselling.tries' },
  // Its day and the next, by the days of the database.
  'a number of the waiting room': { until: 39.5, rows: 'SELECT FROM counselling.walk_ins' },
};

let owner: pg.Client;
let counsellor: string;

beforeAll(async () => {
  await moveClock(new Date(END));
  const database = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
  owner = new pg.Client({ connectionString: databaseNamed(inject('postgresUrl'), database) });
  await owner.connect();
  counsellor = (await makeActor({ roles: ['COUNSELLOR'] })).id;
});

beforeEach(async () => {
  await owner.query(
    'TRUNCATE counselling.bookings, counselling.slots, counselling.days_off, counselling.tries, counselling.walk_ins',
  );
  await at(-1);
  for (const state of ['BOOKED', 'HELD', 'CANCELLED_BY_OFFICE', 'CANCELLED_BY_VISITOR'])
    await makeBooking(state);
  await owner.query(
    `INSERT INTO counselling.days_off (counsellor_id, from_day, until_day) VALUES ($1, '2026-11-20', '2026-12-01')`,
    [counsellor],
  );
  await owner.query(`INSERT INTO counselling.walk_ins (day, number) VALUES ('2026-12-01', 1)`);
  await owner.query('INSERT INTO counselling.tries (number, wrong, since) VALUES (123456, 3, $1)', [
    new Date(END),
  ]);
});

afterAll(() => owner.end());

const at = (hours: number) =>
  owner.query('UPDATE moved_clock SET instant = $1', [new Date(END + hours * HOUR)]);

const starts = { BOOKED: 0, HELD: 1, CANCELLED_BY_OFFICE: 2, CANCELLED_BY_VISITOR: 3 };

/** All of them end together; a counsellor has one at a time, so each begins a little earlier. */
async function makeBooking(state: string): Promise<void> {
  const begins = new Date(END - HOUR / 2 - (starts[state as keyof typeof starts] ?? 0) * 1000);
  const { rows } = await owner.query(
    `INSERT INTO counselling.slots (counsellor_id, local_date, local_start, time_zone, starts_at, ends_at, kind, place, step_free, languages)
     VALUES ($1, '2026-12-01', '09:00', 'Europe/Berlin', $2, $3, 'PERSONAL', 'Büro', true, '{de}') RETURNING id`,
    [counsellor, begins, new Date(END)],
  );
  const { rows: booked } = await owner.query(
    `INSERT INTO counselling.bookings (slot_id, counsellor_id, name, phone, language, step_free, via, number, code_hash)
     VALUES ($1, $2, 'Kranich', '030 23125-177', 'de', true, 'WEB', 123456, $3) RETURNING id`,
    [rows[0].id, counsellor, randomUUID()],
  );
  if (state === 'HELD') await at(-0.1);
  if (state !== 'BOOKED')
    await owner.query('UPDATE counselling.bookings SET state = $2 WHERE id = $1', [
      ...[booked[0].id, state],
    ]);
}

/** The kinds of which something is left after the database has done what is due. */
async function left(): Promise<string[]> {
  await owner.query('SELECT * FROM forget_counselling()');
  const found: string[] = [];
  for (const [what, { rows }] of Object.entries(KEPT))
    if ((await owner.query(`${rows} LIMIT 1`)).rowCount !== 0) found.push(what);
  return found;
}

const due = (hours: number) =>
  Object.entries(KEPT).flatMap(([what, { until }]) => (hours < until ? [what] : []));

describe('what is kept of the counselling', () => {
  it('goes in its time, hour by hour', async () => {
    expect(await left()).toEqual(due(-1));
    for (const hours of [...TIMES, ...LONG_AFTER]) {
      await at(hours);
      expect(await left(), `${hours} hours after`).toEqual(due(hours));
    }
  });

  it.each([...TIMES, ...LONG_AFTER])(
    'goes %d hours after, also when nothing ran before',
    async (hours) => {
      await at(hours);
      expect(await left()).toEqual(due(hours));
    },
  );

  it('does not come back with a clock that is put back, and goes on when it is right again', async () => {
    await at(25);
    const gone = await left();
    for (const hours of [2, -1]) {
      await at(hours);
      expect(await left()).toEqual(gone);
    }
    await at(7 * DAY);
    expect(await left()).toEqual(due(7 * DAY));
  });

  it('opens nothing to a key that is twelve hours old, and goes with the session', async () => {
    const { sessionId } = await makeActor({ roles: ['COUNSELLOR'], secondFactor: true });
    await owner.query(
      `INSERT INTO counselling.desks (session_id, key_hash, opened_at) VALUES ($1, repeat('a', 64), $2)`,
      [sessionId, new Date(END)],
    );
    const desks = 'SELECT FROM counselling.desks';
    expect((await owner.query(desks)).rowCount).toBe(1);
    await owner.query('DELETE FROM user_sessions WHERE id = $1', [sessionId]);
    expect((await owner.query(desks)).rowCount).toBe(0);
  });
});
