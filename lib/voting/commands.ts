import 'server-only';
import { system } from '@/lib/accounts/actor';
import type { System, Viewer, Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { db, dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { log } from '@/lib/core/log.mjs';
import { ok } from '@/lib/core/result';
import { addJob } from '@/lib/jobs/commands';
import { shuffleBox } from './box/commands';
import { COUNTING_SECONDS, countBox } from './counts/commands';
import { POLLS_TAG } from './queries';
import { isCountedByHand, isDueForSealing, ROLL_KEPT_DAYS, ruleOf } from './rules';

const DAY_MS = 24 * 60 * 60 * 1000;

export type Sealing = 'published' | 'waits-for-count' | 'disputed' | 'not-due';

/**
 * Closes a poll: waits for whoever is just voting and shuffles the box a last time. Where nothing is
 * counted by hand the count follows at once and is published; doing it twice changes nothing. A
 * count that does not agree with the roll is not published, a person has to look.
 *
 * What the mixing protects: papers change places with each vote already (see `put_into_box` in the
 * database), so a look into the tables while the poll is open ties no paper to a line of the roll.
 * After the close papers and receipts have new row positions in random order, papers new ids, and
 * all the same writer. What it cannot protect: until the close a receipt can be tied to a line of
 * the roll (it says no more than the roll does, that somebody voted); somebody who copies the whole
 * database before and after one single vote can compare; raw files and the write-ahead log keep old
 * row versions for a while; and somebody may change the running program.
 */
export async function sealPoll(who: System, pollId: string): Promise<Sealing> {
  const result = await inTransaction<Sealing>(async (tx) => {
    await tx.$queryRaw`SELECT id FROM polls WHERE id = ${pollId}::uuid FOR UPDATE`;
    const poll = await tx.poll.findUnique({
      where: { id: pollId },
      select: {
        ...{ id: true, number: true, state: true, frozenRule: true },
        ...{ opensAt: true, closesAt: true },
      },
    });
    if (poll?.state !== 'SCHEDULED') return ok('not-due');
    if (!isDueForSealing(poll, now())) {
      // The queue's clock ran ahead of ours.
      await addJob(who, tx, 'seal-poll', { pollId }, poll.closesAt);
      return ok('not-due');
    }
    return ok(await closeBox(who, tx, poll));
  }, COUNTING_SECONDS);
  if (!result.ok) return 'not-due';
  if (result.value === 'disputed') log('error', 'poll.countDisputed', { poll: pollId });
  return result.value;
}

/** Shuffles, closes and, where nothing is counted by hand, counts. The caller's transaction holds the poll. */
export async function closeBox(
  who: System | Visitor,
  tx: Tx,
  poll: { id: string; number: number; frozenRule: unknown },
): Promise<Sealing> {
  const { id } = poll;
  await shuffleBox(who, tx, id);
  await tx.poll.update({
    where: { id },
    data: { state: 'CLOSED', sealedAt: now() },
    select: { id: true },
  });
  await dropPages(tx, POLLS_TAG);
  if (isCountedByHand(ruleOf(poll).channels)) {
    await recordAudit(who, tx, 'poll.closed', id);
    return 'waits-for-count';
  }
  if ((await countBox(who, tx, poll)) === 'disputed') return 'disputed';
  await tx.poll.update({
    where: { id },
    data: { state: 'PUBLISHED', publishedAt: now() },
    select: { id: true },
  });
  await recordAudit(who, tx, 'poll.published', id);
  return 'published';
}

/**
 * Counts what is over but was not counted yet, should its own job be late or lost: called by the
 * pages that would show it, and every minute. Whoever reads only sets off what is due anyway.
 */
export async function sealDuePolls(_who: Viewer | System): Promise<void> {
  const due = await db.poll.findMany({
    where: { state: 'SCHEDULED', closesAt: { lte: now() } },
    select: { id: true },
  });
  for (const poll of due) await sealPoll(system, poll.id);
}

/** Forgets who voted, thirty days after the count (or the cancelling); the number stays in the result. */
export async function forgetRolls(_who: System): Promise<void> {
  const before = new Date(now().getTime() - ROLL_KEPT_DAYS * DAY_MS);
  await db.rollEntry.deleteMany({
    where: { poll: { OR: [{ countedAt: { lt: before } }, { cancelledAt: { lt: before } }] } },
  });
}
