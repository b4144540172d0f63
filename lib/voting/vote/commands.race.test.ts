import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import { db } from '@/lib/core/db';
import { newCode } from '@/lib/core/tokens';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { overtaken, unshared } from '@/lib/testing/without-guards';
import { makePoll } from '@/lib/voting/samples';
import { sealPoll } from '../commands';
import { castBallot } from './commands';
import { RECEIPT_LENGTH } from './rules';
import { putIntoBox } from './steps';

testDatabase();

const CLICKS = 100;

afterEach(() => moveClock(null));

type Poll = Awaited<ReturnType<typeof makePoll>>;

const cast = (actor: Parameters<typeof castBallot>[0], poll: Poll) =>
  castBallot(
    actor,
    { poll: poll.number, step: 'cast', choices: poll.optionIds.slice(0, 1), age: true },
    newCode(RECEIPT_LENGTH),
  );

const boxOf = async (pollId: string) => ({
  roll: await db.rollEntry.count({ where: { pollId } }),
  ballots: await ownerDb.ballot.count({ where: { pollId } }),
  receipts: await db.ballotReceipt.count({ where: { pollId } }),
});

async function manyClicksOfOnePerson() {
  const poll = await makePoll();
  const actor = await makeActor();
  const results = await Promise.all(Array.from({ length: CLICKS }, () => cast(actor, poll)));
  return { poll, accepted: results.filter((result) => result.ok).length };
}

describe('many ballots of one person at once', () => {
  it('count as one', async () => {
    const { poll, accepted } = await manyClicksOfOnePerson();
    expect(accepted).toBe(1);
    expect(await boxOf(poll.id)).toEqual({ roll: 1, ballots: 1, receipts: 1 });
  });
});

describe('many people at once', () => {
  it('are all counted, none twice', async () => {
    const poll = await makePoll();
    const people = await Promise.all(Array.from({ length: 60 }, () => makeActor()));
    const results = await Promise.all([...people, ...people].map((actor) => cast(actor, poll)));
    expect(results.filter((result) => result.ok)).toHaveLength(60);
    expect(await boxOf(poll.id)).toEqual({ roll: 60, ballots: 60, receipts: 60 });
  });
});

describe('closing while people vote', () => {
  it('counts exactly those who were told that their ballot is in the box', async () => {
    const poll = await makePoll();
    const people = await Promise.all(Array.from({ length: 40 }, () => makeActor()));
    const early = people.slice(0, 30).map((actor) => cast(actor, poll));
    // The first ballot is in the box, the others are at every stage of their way.
    await Promise.race(early);
    await moveClock(poll.closesAt);
    const late = people.slice(30).map((actor) => cast(actor, poll));
    const sealing = await sealPoll(system, poll.id);
    const results = await Promise.all([...early, ...late]);
    const accepted = results.filter((result) => result.ok).length;
    expect(accepted).toBeGreaterThan(0);
    expect(sealing).toBe('published');
    const { result } = await db.poll.findUniqueOrThrow({ where: { id: poll.id } });
    expect(result).toMatchObject({ ballots: accepted, usedRights: accepted });
    expect(await boxOf(poll.id)).toEqual({ roll: accepted, ballots: accepted, receipts: accepted });
  });

  it('waits for a voter who is under way', async () => {
    const poll = await makePoll();
    const actor = await makeActor();
    let sealing: Promise<string> | undefined;
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM polls WHERE id = ${poll.id}::uuid FOR SHARE`;
      await tx.rollEntry.create({ data: { pollId: poll.id, userId: actor.id } });
      await putIntoBox(tx, poll.id, { choices: [], points: [] }, newCode(26));
      await moveClock(poll.closesAt);
      sealing = sealPoll(system, poll.id);
      await someoneWaits();
    });
    expect(await sealing).toBe('published');
    expect(await boxOf(poll.id)).toEqual({ roll: 1, ballots: 1, receipts: 1 });
    const { result } = await db.poll.findUniqueOrThrow({ where: { id: poll.id } });
    expect(result).toMatchObject({ ballots: 1, abstentions: 1 });
  });
});

/** Somebody casts a ballot, reads "open" without taking the lock, and writes after the box was sealed. */
async function latecomer(poll: Poll) {
  const actor = await makeActor();
  let sealed = '';
  const seal = async () => {
    await moveClock(poll.closesAt);
    sealed = await sealPoll(system, poll.id);
  };
  const write = /INSERT INTO roll_entries/;
  const result = await overtaken(write, seal, unshared, () => cast(actor, poll));
  expect(sealed).toBe('published');
  return result.ok ? 'in the box' : result.code;
}

describe('a program that forgets the lock', () => {
  it('is stopped by the database', async () => {
    const poll = await makePoll();
    // It looked while the poll was open, so only the database can have said so.
    expect(await latecomer(poll)).toBe('voting.refused.notOpen');
    expect(await boxOf(poll.id)).toEqual({ roll: 0, ballots: 0, receipts: 0 });
  });
});

// Red twins: the same stories without the guard must go wrong, or the tests above prove nothing.
describe('without the guards', () => {
  afterAll(async () => {
    await ownerDb.$executeRaw`ALTER TABLE ballots ENABLE TRIGGER USER`;
    await ownerDb.$executeRaw`ALTER TABLE ballot_receipts ENABLE TRIGGER USER`;
    await ownerDb.$executeRaw`ALTER TABLE roll_entries ENABLE TRIGGER USER`;
  });

  it('a ballot comes too late to be counted', async () => {
    await ownerDb.$executeRaw`ALTER TABLE ballots DISABLE TRIGGER USER`;
    await ownerDb.$executeRaw`ALTER TABLE ballot_receipts DISABLE TRIGGER USER`;
    await ownerDb.$executeRaw`ALTER TABLE roll_entries DISABLE TRIGGER USER`;
    const poll = await makePoll();
    expect(await latecomer(poll)).toBe('in the box');
    const { result } = await db.poll.findUniqueOrThrow({ where: { id: poll.id } });
    expect(result).toMatchObject({ ballots: 0 });
    expect(await boxOf(poll.id)).toMatchObject({ ballots: 1 });
  });

  it('one person counts several times', async () => {
    await ownerDb.$executeRaw`DROP INDEX roll_entries_poll_id_user_id_key`;
    const { poll, accepted } = await manyClicksOfOnePerson();
    expect(accepted).toBeGreaterThan(1);
    expect((await boxOf(poll.id)).ballots).toBeGreaterThan(1);
  });
});

/** Until some session waits for a lock. */
async function someoneWaits(): Promise<void> {
  await expect
    .poll(
      async () => {
        const [row] = await db.$queryRaw<{ waiting: bigint }[]>`
          SELECT count(*) AS waiting FROM pg_locks WHERE NOT granted
            AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`;
        return Number(row?.waiting ?? 0);
      },
      { timeout: 30_000, interval: 5 },
    )
    .toBeGreaterThan(0);
}
