import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { command } from '@/lib/accounts/command';
import type { System, Visitor } from '@/lib/accounts/types';
import { inTransaction, submittedForm, type Tx } from '@/lib/core/db';
import { log } from '@/lib/core/log.mjs';
import { processState } from '@/lib/core/process-state.mjs';
import { ok, type Result, refused } from '@/lib/core/result';
import { VOTING_RIGHTS } from '../access';
import { VOTING_TAGS } from '../tags';
import { noteResult } from '../tell/proposals/steps';
import { underWayKey } from './rules';
import { lockPollToCount, readyToCount, storeCount, wholeBallots } from './steps';
import { countApart } from './thread';
import type { CountOutcome } from './types';

/** Shows everybody the result of a poll two people counted. */
export const publishResult = command(
  { right: VOTING_RIGHTS.prepare, audit: ['poll.published'], tags: [VOTING_TAGS.polls] },
  async ({ tx, note }, input: { number: number }): Promise<Result<{ number: number }>> => {
    const poll = await lockPollToCount(tx, input.number);
    if (poll.state !== 'COUNTED') return refused('voting.refused.notCounted');
    await tx.poll.update({
      where: { id: poll.id },
      data: { state: 'PUBLISHED' },
      select: { id: true },
    });
    await noteResult(tx, poll.id);
    await note('poll.published', poll.id);
    return ok({ number: input.number });
  },
);

/**
 * All whole ballots of a counted poll whose rule cannot be counted from less, for somebody who counts again
 * for all the others. Who took them and when is written down; nothing of it is in any page.
 */
export const takeBallots = command(
  { right: VOTING_RIGHTS.count, audit: ['poll.ballotsTaken'], tags: [] },
  async ({ tx, note }, input: { number: number }): Promise<Result<{ text: string }>> => {
    const poll = await lockPollToCount(tx, input.number);
    const text = await wholeBallots(tx, poll);
    if (text === null) return refused('voting.refused.noWholeBallots');
    await note('poll.ballotsTaken', poll.id);
    return ok({ text });
  },
);

/**
 * Counts a sealed poll, in a thread of its own: nothing else of the program waits for it, and no
 * transaction is open meanwhile. Whoever wants one that is under way in this process waits for that.
 */
export async function countPoll(who: System | Visitor, pollId: string): Promise<CountOutcome> {
  const { underWay } = processState();
  const key = underWayKey(pollId);
  const running = underWay.get(key) as Promise<CountOutcome> | undefined;
  if (running) return await running;
  const begun = countNow(who, pollId).finally(() => underWay.delete(key));
  underWay.set(key, begun);
  return await begun;
}

async function countNow(who: System | Visitor, pollId: string): Promise<CountOutcome> {
  const order = await transacted((tx) => readyToCount(who, tx, pollId));
  if (typeof order === 'string') {
    if (order === 'disputed') log('error', 'poll.countDisputed', { poll: pollId });
    return order;
  }
  const counted = await countApart(order);
  const outcome = await transacted((tx) => storeCount(who, tx, pollId, { order, counted }));
  // An answer was withdrawn meanwhile.
  return outcome === 'changed' ? await countNow(who, pollId) : outcome;
}

/** A form that set the count off has spent its token on what it did itself. */
async function transacted<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const done = await submittedForm.exit(() => inTransaction<T>(async (tx) => ok(await work(tx))));
  if (!done.ok) throw new Error(done.code);
  return done.value;
}

/** How long somebody who waits for a page waits for a count; most take no longer. */
const PATIENCE_MS = 2500;

/** The same for somebody who waits: after a moment they are told that it is being counted. */
export async function countSoon(
  who: System | Visitor,
  pollId: string,
): Promise<CountOutcome | 'counting'> {
  const over = new AbortController();
  const late = sleep(PATIENCE_MS, 'counting' as const, { signal: over.signal, ref: false });
  const counted = countPoll(who, pollId).catch((error) => {
    // The job that was left for it tries again.
    log('error', 'poll.notCounted', { poll: pollId }, error);
    return 'counting' as const;
  });
  try {
    return await Promise.race([counted, late]);
  } finally {
    over.abort();
  }
}
