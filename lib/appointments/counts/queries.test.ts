import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AskedForFigures } from '@/lib/manifest';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { figuresOf } from '../figures';
import { makeCounsellor, makeHours } from '../samples';
import { sayNoTalks, tallyTalks } from './commands';
import { listOwnTally, listTallyYears } from './queries';

testDatabase();

const NOW = new Date('2027-01-20T12:00:00+01:00');
let anna: Awaited<ReturnType<typeof makeCounsellor>>;
let bert: Awaited<ReturnType<typeof makeCounsellor>>;

beforeAll(async () => {
  await moveClock(NOW);
  await makeOffice();
  anna = await makeCounsellor();
  bert = await makeCounsellor();
});
beforeEach(async () => {
  await ownerDb.$executeRaw`TRUNCATE counselling.tallies, counselling.bookings, counselling.slots, counselling.hours`;
});

const LINE = { topic: 'MONEY', band: 'TO30', firstContact: true } as const;

async function say(who: typeof anna, month: string, talks: number) {
  const said = await tallyTalks(who.actor, who.key, { ...LINE, month: `${month}-01`, talks });
  expect(said.ok).toBe(true);
}

const none = (who: typeof anna, month: string, isNone = true) =>
  sayNoTalks(who.actor, who.key, { month: `${month}-01`, none: isNone });

describe('a tally of one’s own', () => {
  it('says of a month that it had no talk, unless it had', async () => {
    const own = async () =>
      (await listOwnTally(anna.actor, anna.key, '2026'))?.map(({ topic, talks }) => [topic, talks]);
    for (let times = 0; times < 2; times += 1)
      expect(await none(anna, '2026-11')).toMatchObject({ ok: true });
    expect(await own()).toEqual([['NONE', 0]]);
    await say(anna, '2026-11', 0);
    expect(await own()).toEqual([['NONE', 0]]);
    await say(anna, '2026-11', 2);
    expect(await own()).toEqual([['MONEY', 2]]);
    expect(await none(anna, '2026-11')).toMatchObject({ ok: false, field: 'month' });
    expect(await none(anna, '2027-02')).toMatchObject({ ok: false, field: 'month' });
    expect(await none(anna, '2027-02', false)).toMatchObject({ ok: true });
    expect(
      await sayNoTalks(anna.actor, bert.key, { month: '2026-10-01', none: true }),
    ).toMatchObject({
      code: 'appointments-desk.refused.shut',
    });
    await Promise.all([none(anna, '2026-10'), say(anna, '2026-10', 3), none(anna, '2026-10')]);
    expect(await own()).toEqual([
      ['MONEY', 2],
      ['MONEY', 3],
    ]);
    const nobody = '00000000-0000-0000-0000-000000000000';
    for (const [topic, band, first, talks] of [
      ['MONEY', 'TO30', false, 0],
      ['NONE', 'NONE', false, 1],
      ['NONE', 'TO30', false, 0],
      ['NONE', 'NONE', true, 0],
    ])
      await expect(
        ownerDb.$executeRaw`INSERT INTO counselling.tallies VALUES
          (${nobody}::uuid, '2026-01-01', ${topic}, ${band}, ${first}, ${talks})`,
      ).rejects.toThrow(/talks_are_counted/);
  });

  it('is whole, however many lines a year has, and stands by year and month', async () => {
    await ownerDb.$executeRaw`
      INSERT INTO counselling.tallies (counsellor_id, month, topic, band, first_contact, talks)
      SELECT ${anna.actor.id}::uuid, month, topic, band, first_contact, 1
      FROM generate_series('2026-01-01'::timestamp, '2026-12-01', interval '1 month') AS month,
        unnest(ARRAY['MONEY', 'HOUSING', 'WORK', 'FAMILY', 'HEALTH', 'RESIDENCE', 'DISTRICT', 'OTHER']) AS topic,
        unnest(ARRAY['TO15', 'TO30', 'TO60', 'OVER60']) AS band, unnest(ARRAY[true, false]) AS first_contact`;
    await say(anna, '2025-12', 3);
    await say(bert, '2024-12', 3);
    const read = async (period: string) =>
      (await listOwnTally(anna.actor, anna.key, period))?.map(({ month }) => month);
    expect(await read('2026')).toHaveLength(12 * 8 * 4 * 2);
    expect(new Set(await read('2026-03'))).toEqual(new Set(['2026-03-01']));
    expect(await read('2025')).toEqual(['2025-12-01']);
    expect(await read('2024')).toEqual([]);
    expect(await listTallyYears(anna.actor, anna.key)).toEqual(['2026', '2025']);
    expect(await listOwnTally(anna.actor, bert.key, '2026')).toBeNull();
    expect(await listTallyYears(anna.actor, bert.key)).toEqual([]);
  });
});

const period = (from: string, to: string, at = NOW): AskedForFigures => ({
  from: new Date(`${from}T00:00:00+01:00`),
  to: new Date(`${to}T00:00:00+01:00`),
  ...{ at, end: to, counted: {} },
});

async function told(asked: AskedForFigures) {
  const [group] = await figuresOf(asked);
  expect(group?.figures).toMatchObject([{ key: 'counsellingTalks', onlyClosed: true }]);
  return group?.figures[0]?.value;
}

describe('the report', () => {
  const quarter = period('2026-10-01', '2027-01-01');

  it('tells the talks of a whole quarter that is over, of all together', async () => {
    await say(anna, '2026-10', 3);
    await say(bert, '2026-10', 2);
    await say(anna, '2026-12', 9);
    await say(anna, '2027-01', 50);
    // Of November nobody has said anything yet, then one of the two, who then says nothing of December.
    for (const [who, month] of [
      [bert, '2026-11'],
      [anna, '2026-11'],
      [bert, '2026-12'],
    ] as const) {
      expect(await told(quarter)).toBeNull();
      expect(await none(who, month)).toMatchObject({ ok: true });
    }
    expect(await told(quarter)).toBe(14);
    expect(await told(period('2026-12-01', '2027-01-01'))).toBeNull();
    expect(await told(period('2026-01-01', '2027-01-01'))).toBeNull();
    expect(await told(period('2026-11-01', '2027-02-01'))).toBeNull();
    expect(await told(period('2027-01-01', '2027-04-01'))).toBeNull();
    // The database does not believe a clock that is ahead of its own.
    const ahead = new Date('2027-05-01T12:00:00+02:00');
    expect(await told(period('2027-01-01', '2027-04-01', ahead))).toBeNull();
    const summer = period('2026-07-01', '2026-10-01');
    expect(await told(summer)).toBeNull();
    for (const month of ['2026-07', '2026-08', '2026-09']) await none(anna, month);
    expect(await told(summer)).toBe(0);
    await none(anna, '2026-08', false);
    expect(await told(summer)).toBeNull();
  });

  it('tells none from which a small month would follow', async () => {
    await say(anna, '2026-10', 20);
    await say(anna, '2026-11', 4);
    await none(anna, '2026-12');
    expect(await told(quarter)).toBeNull();
    for (const month of ['2026-10', '2026-12']) await none(bert, month);
    await say(bert, '2026-11', 1);
    expect(await told(quarter)).toBe(25);
  });

  it.each([
    ['2026-12-31', null, true],
    ['2026-01-01', '2026-10-01', true],
    ['2026-01-01', '2026-09-30', false],
    ['2027-01-01', null, false],
  ])('waits for whoever has hours from %s until %s: %s', async (fromDay, untilDay, waits) => {
    await ownerDb.$executeRaw`
      INSERT INTO counselling.tallies (counsellor_id, month, topic, band, first_contact, talks)
      SELECT ${anna.actor.id}::uuid, month, 'MONEY', 'TO30', false, 7
      FROM generate_series('2026-10-01'::timestamp, '2026-12-01', interval '1 month') AS month`;
    await makeHours(bert, { fromDay, untilDay });
    expect(await told(quarter)).toBe(waits ? null : 21);
    if (!waits) return;
    await none(bert, fromDay > '2026-10' ? fromDay.slice(0, 7) : '2026-10');
    // Who has said something of the quarter says it of all of it.
    expect(await told(quarter)).toBeNull();
    for (const month of ['2026-10', '2026-11', '2026-12']) await none(bert, month);
    expect(await told(quarter)).toBe(21);
  });

  it('waits for nobody who counsels no more', async () => {
    const carla = await makeCounsellor();
    for (const month of ['2026-10', '2026-11', '2026-12']) await say(anna, month, 7);
    await makeHours(carla, { fromDay: '2026-10-01' });
    expect(await told(quarter)).toBeNull();
    await ownerDb.roleGrant.deleteMany({ where: { userId: carla.actor.id } });
    expect(await told(quarter)).toBe(21);
  });
});
