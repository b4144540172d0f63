import { afterEach, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { newCode } from '@/lib/core/tokens';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { makePoll } from '@/lib/voting/samples';
import { sealPoll } from '../commands';
import { castBallot } from './commands';
import { openBox } from './queries';

testDatabase();

afterEach(() => moveClock(null));

type Poll = Awaited<ReturnType<typeof makePoll>>;

const cast = (actor: Actor, poll: Poll, choices = poll.optionIds.slice(0, 1)) =>
  castBallot(actor, { poll: poll.number, step: 'cast', choices, age: true }, newCode(26));

const contents = async (pollId: string) => ({
  roll: await db.rollEntry.count({ where: { pollId } }),
  ballots: await ownerDb.ballot.count({ where: { pollId } }),
  receipts: await db.ballotReceipt.count({ where: { pollId } }),
});

describe('a clock that is set back', () => {
  it('opens no box again', async () => {
    const poll = await makePoll();
    await cast(await makeActor(), poll);
    await moveClock(poll.closesAt);
    expect(await sealPoll(system, poll.id)).toBe('published');
    await moveClock(poll.opensAt);
    expect(await cast(await makeActor(), poll)).toMatchObject({
      ok: false,
      code: 'voting.refused.notOpen',
    });
    expect(await contents(poll.id)).toEqual({ roll: 1, ballots: 1, receipts: 1 });
  });

  it('lets nobody look into a box before it is sealed', async () => {
    const poll = await makePoll();
    await cast(await makeActor(), poll);
    await moveClock(poll.closesAt);
    await expect(openBox(poll.id)).rejects.toThrow(/is shut/);
    await sealPoll(system, poll.id);
    expect(await openBox(poll.id)).toHaveLength(1);
  });
});

/** Holds up whoever wants to put a paper into the box, pulls their plug, and lets go. */
async function killedAtTheBox(poll: Poll, work: () => Promise<unknown>): Promise<unknown> {
  let outcome: Promise<unknown> = Promise.resolve();
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('ballot-box ' || ${poll.id}, 0))`;
    outcome = work().catch((error: unknown) => error);
    await killWhoeverWaits();
  });
  await outcome;
  // The pool may learn only from the next question that one of its connections is dead.
  await db.$queryRaw`SELECT 1`.catch(() => undefined);
  return outcome;
}

async function killWhoeverWaits(): Promise<void> {
  await expect
    .poll(
      () => db.$queryRaw<{ done: boolean }[]>`
        SELECT pg_terminate_backend(pid) AS done FROM pg_locks
        WHERE locktype = 'advisory' AND NOT granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      { timeout: 30_000, interval: 5 },
    )
    .not.toEqual([]);
}

describe('a server that dies in the middle of a ballot', () => {
  it('leaves nothing behind, and the right unused', async () => {
    const poll = await makePoll();
    const actor = await makeActor();
    expect(await killedAtTheBox(poll, () => cast(actor, poll))).toBeInstanceOf(Error);
    expect(await contents(poll.id)).toEqual({ roll: 0, ballots: 0, receipts: 0 });
    expect(await cast(actor, poll)).toMatchObject({ ok: true });
    expect(await contents(poll.id)).toEqual({ roll: 1, ballots: 1, receipts: 1 });
  });

  // Red twin: the same steps, each for itself.
  it('would take the right and lose the ballot without one transaction', async () => {
    const poll = await makePoll();
    const actor = await makeActor();
    await killedAtTheBox(poll, async () => {
      await db.rollEntry.create({ data: { pollId: poll.id, userId: actor.id } });
      await db.$executeRaw`
        SELECT put_into_box(${poll.id}::uuid, ${newCode(26)}, ${poll.optionIds.slice(0, 1)}::uuid[], '{}'::int[])`;
    });
    expect(await contents(poll.id)).toEqual({ roll: 1, ballots: 0, receipts: 0 });
    expect(await cast(actor, poll)).toMatchObject({ ok: false });
  });
});
