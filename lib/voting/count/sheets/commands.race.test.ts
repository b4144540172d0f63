import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { enterRoll, makePoll } from '@/lib/voting/samples';
import { sealPoll } from '../../commands';
import { enterCount } from './commands';

testDatabase();
afterEach(() => moveClock(null));

const ROUNDS = 8;
const PAPERS = 5;
const SLOW = { timeout: 20_000 };

type Poll = Awaited<ReturnType<typeof makePoll>>;

async function pollWithPapers(): Promise<Poll> {
  await moveClock(null);
  const poll = await makePoll({
    columns: { method: 'ONE', countRule: 'plurality', channels: ['PAPER'] },
  });
  await enterRoll(poll.id, PAPERS, 'PAPER');
  return poll;
}

async function closed(): Promise<Poll> {
  const poll = await pollWithPapers();
  await moveClock(poll.closesAt);
  await sealPoll(system, poll.id);
  return poll;
}

const enter = (who: Actor, poll: Poll) =>
  enterCount(who, {
    ...{ poll: poll.number, channel: 'PAPER' as const, spoiled: 0 },
    papers: [{ choices: poll.optionIds.slice(0, 1), points: [], count: PAPERS }],
  });

const steps = (results: Awaited<ReturnType<typeof enter>>[]) =>
  results.map((result) => (result.ok ? result.value.step : result.code)).sort();

const ballotsIn = (poll: Poll) => ownerDb.ballot.count({ where: { pollId: poll.id } });

const officeAndSpeaker = async () =>
  [
    await makeActor({ roles: ['COORDINATOR'] }),
    await makeActor({ roles: ['REPRESENTATIVE'] }),
  ] as const;

describe('two people who send their sheets in the same second', () => {
  it('are compared exactly once, and the papers come into the box once', async () => {
    const people = await officeAndSpeaker();
    for (let round = 0; round < ROUNDS; round += 1) {
      const poll = await closed();
      const results = await Promise.all(people.map((who) => enter(who, poll)));
      expect(['counted', 'counting']).toContain(steps(results)[0]);
      expect(steps(results)[1]).toBe('first');
      await expect.poll(() => ballotsIn(poll), SLOW).toBe(PAPERS);
    }
  });
});

describe('one person in many tabs', () => {
  it('has one sheet and is never the second person', async () => {
    const poll = await closed();
    const [one] = await officeAndSpeaker();
    const results = await Promise.all(Array.from({ length: 12 }, () => enter(one, poll)));
    expect(new Set(steps(results))).toEqual(new Set(['first']));
    expect(await db.countSheet.count({ where: { pollId: poll.id } })).toBe(1);
    expect(await ballotsIn(poll)).toBe(0);
  });
});

describe('a sheet sent in the second of the close', () => {
  it('is taken only from a sealed box', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const poll = await pollWithPapers();
      const [one, other] = await officeAndSpeaker();
      await moveClock(poll.closesAt);
      const [, ...results] = await Promise.all([
        sealPoll(system, poll.id),
        enter(one, poll),
        enter(other, poll),
      ]);
      const read = () => db.poll.findUniqueOrThrow({ where: { id: poll.id } });
      expect((await read()).sealedAt).not.toBeNull();
      const taken = steps(results).filter((step) => step !== 'voting.refused.notCounting');
      // On a busy machine whoever sends the second is told that it is being counted.
      const state = async () => (await read()).state;
      await expect.poll(state, SLOW).toBe(taken.length === 2 ? 'COUNTED' : 'CLOSED');
      expect(await ballotsIn(poll)).toBe(taken.length === 2 ? PAPERS : 0);
    }
  });
});

/** A program that forgot to look whether this person has counted already. */
const secondSheetOf = (who: Actor, poll: Poll) =>
  db.countSheet.create({
    data: {
      ...{ pollId: poll.id, channel: 'PAPER', entry: 2, enteredById: who.id },
      ...{ papers: [], spoiled: 0, enteredAt: new Date() },
    },
  });

describe('a program that forgets to ask who counted', () => {
  it('is stopped by the database', async () => {
    const poll = await closed();
    const [one] = await officeAndSpeaker();
    await enter(one, poll);
    await expect(secondSheetOf(one, poll)).rejects.toThrow(/Unique constraint/);
  });
});

// Red twin: without the constraint the same story must go wrong.
describe('without the constraint', () => {
  afterAll(async () => {
    await ownerDb.$executeRaw`TRUNCATE count_sheets`;
    await ownerDb.$executeRaw`
      CREATE UNIQUE INDEX count_sheets_poll_id_channel_entered_by_id_key
        ON count_sheets (poll_id, channel, entered_by_id)`;
  });

  it('one person is both counters', async () => {
    await ownerDb.$executeRaw`DROP INDEX count_sheets_poll_id_channel_entered_by_id_key`;
    const poll = await closed();
    const [one] = await officeAndSpeaker();
    await enter(one, poll);
    await secondSheetOf(one, poll);
    const sheets = await db.countSheet.findMany({ where: { pollId: poll.id } });
    expect(sheets.map(({ enteredById }) => enteredById)).toEqual([one.id, one.id]);
  });
});
