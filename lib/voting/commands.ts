import 'server-only';
import { system } from '@/lib/accounts/actor';
import { publicly } from '@/lib/accounts/command';
import type { System } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { db, inTransaction, type Tx } from '@/lib/core/db';
import { eachAlone } from '@/lib/core/each-alone';
import { log } from '@/lib/core/log.mjs';
import { processState } from '@/lib/core/process-state.mjs';
import { ok } from '@/lib/core/result';
import { addJob } from '@/lib/jobs/steps';
import { countPoll, countSoon } from './count/commands';
import { underWayKey } from './count/rules';
import { COUNTING_SECONDS, closeSealed } from './count/steps';
import type { CountOutcome } from './count/types';
import { listPollsAtRest } from './steps';
import { sealBox } from './vote/steps';

/**
 * Closes a poll: waits for whoever is just voting and shuffles the box a last time. Where nothing is
 * counted by hand the count follows at once and is published; doing it twice changes nothing. A
 * count that does not agree with the roll is not published, a person has to look. Should this process
 * end between both, the job that comes with the close counts. Whether it is time says the database,
 * see `sealBox`.
 *
 * What the mixing protects: papers change places with each vote already (see `mix_box` in the
 * database), so a look into the tables while the poll is open ties no paper to a line of the roll.
 * After the close papers and receipts have new row positions in random order, papers new ids, and
 * all the same writer. What it cannot protect: until the close a receipt can be tied to a line of
 * the roll (it says no more than the roll does, that somebody voted); somebody who copies the whole
 * database before and after one single vote can compare; raw files and the write-ahead log keep old
 * row versions for a while; and somebody may change the running program.
 */
export async function sealPoll(who: System, pollId: string): Promise<Sealing> {
  const sealed = await seal(who, pollId, async (tx, closesAt) => {
    // The queue's clock ran ahead of the close.
    await addJob(tx, 'seal-poll', { pollId }, closesAt);
  });
  return sealed === 'counting' ? await countPoll(who, pollId) : sealed;
}

export type Sealing = CountOutcome | 'waits-for-count';

async function seal(
  who: System,
  pollId: string,
  putOff: (tx: Tx, closesAt: Date) => Promise<void>,
): Promise<'not-due' | 'waits-for-count' | 'counting'> {
  const result = await inTransaction<'not-due' | 'waits-for-count' | 'counting'>(async (tx) => {
    await tx.$queryRaw`SELECT id FROM polls WHERE id = ${pollId}::uuid FOR UPDATE`;
    const poll = await tx.poll.findUnique({
      where: { id: pollId },
      select: { id: true, state: true, frozenRule: true, closesAt: true },
    });
    if (poll?.state !== 'SCHEDULED') return ok('not-due');
    if (await sealBox(tx, pollId)) return ok(await closeSealed(who, tx, poll));
    await putOff(tx, poll.closesAt);
    return ok('not-due');
  }, COUNTING_SECONDS);
  return result.ok ? result.value : 'not-due';
}

/**
 * Closes and counts what is over but was not yet, should the background job be late: called by the
 * pages that would show it. Whoever reads only sets off what is due anyway, and waits a moment for it.
 */
export const sealDuePolls = publicly(async (): Promise<void> => {
  const due = await db.poll.findMany({ where: isOver(), select: { id: true } });
  const closed: string[] = [];
  // Where our clock is ahead the job comes in its own time: readers add none.
  const close = async ({ id }: { id: string }) => {
    if ((await seal(system, id, async () => undefined)) === 'counting') closed.push(id);
  };
  // What cannot be closed is for the office to see; whoever reads about other polls goes on.
  await eachAlone(due, close).catch((error) => log('error', 'poll.notCounted', {}, error));
  const counted = [...closed, ...(await pollsUnderWay())];
  await Promise.all([...new Set(counted)].map((id) => countSoon(system, id)));
});

/** Closed by somebody else a moment ago: whoever reads waits with them. */
async function pollsUnderWay(): Promise<string[]> {
  const rows = await db.poll.findMany({
    where: { state: 'CLOSED', disputedAt: null },
    select: { id: true },
  });
  const { underWay } = processState();
  return rows.map(({ id }) => id).filter((id) => underWay.has(underWayKey(id)));
}

const isOver = () => ({ state: 'SCHEDULED', closesAt: { lte: now() } }) as const;

/** Counts what is over and whose own job is lost; what is being counted just now is in good hands. */
export async function sealForgottenPolls(who: System): Promise<void> {
  const due = await db.poll.findMany({ where: isOver(), select: { id: true } });
  await eachAlone(await listPollsAtRest(due), (id) => sealPoll(who, id));
}
