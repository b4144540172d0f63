import 'server-only';
import { system } from '@/lib/accounts/actor';
import type { System, Viewer } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { db, dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import { ok } from '@/lib/core/result';
import { addJob } from '@/lib/jobs/commands';
import type { Prisma } from '@/prisma/generated/client';
import { POLLS_TAG } from './queries';
import { isCountSound, isDueForSealing, ROLL_KEPT_DAYS, ruleOf, tally } from './rules';
import type { PollResult } from './types';

const DAY_MS = 24 * 60 * 60 * 1000;

export type Sealing = 'published' | 'disputed' | 'not-due';

/**
 * Closes a poll: waits for whoever is just voting, shuffles the box a last time, counts it, freezes
 * the result. Doing it twice changes nothing. A count that does not agree with the roll is kept,
 * but not published.
 *
 * What the mixing protects: papers change places with each vote already (see `putIntoBox`), so a
 * look into the tables while the poll is open ties no paper to a line of the roll. After the close
 * papers and receipts have new row positions in random order, papers new ids, and all the same
 * writer. What it cannot protect: until the close a receipt can be tied to a line of the roll (it
 * says no more than the roll does, that somebody voted); somebody who copies the whole database
 * before and after one single vote can compare; raw files and the write-ahead log keep old row
 * versions for a while; and somebody may change the running program.
 */
export async function sealPoll(who: System, pollId: string): Promise<Sealing> {
  const result = await inTransaction<Sealing>(async (tx) => {
    await tx.$queryRaw`SELECT id FROM polls WHERE id = ${pollId}::uuid FOR UPDATE`;
    const poll = await tx.poll.findUnique({
      where: { id: pollId },
      select: { id: true, state: true, opensAt: true, closesAt: true, frozenRule: true },
    });
    if (poll?.state !== 'SCHEDULED') return ok('not-due');
    if (!isDueForSealing(poll, now())) {
      // The queue's clock ran ahead of ours.
      await addJob(who, tx, 'seal-poll', { pollId }, poll.closesAt);
      return ok('not-due');
    }
    return ok(await countAndFreeze(who, tx, poll));
  });
  if (!result.ok) return 'not-due';
  if (result.value === 'disputed') log('error', 'poll.countDisputed', { id: pollId });
  return result.value;
}

async function countAndFreeze(
  who: System,
  tx: Tx,
  poll: { id: string; frozenRule: unknown },
): Promise<Sealing> {
  await shuffleBox(tx, poll.id);
  const papers = await tx.ballot.findMany({
    where: { pollId: poll.id },
    select: { choices: true },
  });
  const usedRights = await tx.rollEntry.count({ where: { pollId: poll.id } });
  const receipts = await tx.ballotReceipt.count({ where: { pollId: poll.id } });
  const options = ruleOf(poll).options.map((option) => option.id);
  const counted = tally(
    options,
    papers.map((paper) => paper.choices),
  );
  const result: PollResult = { version: 1, usedRights, ...counted };
  const sound = isCountSound(result, receipts);
  await tx.poll.update({
    where: { id: poll.id },
    data: {
      state: sound ? 'PUBLISHED' : 'CLOSED',
      sealedAt: now(),
      result: result as unknown as Prisma.InputJsonValue,
    },
    select: { id: true },
  });
  await recordAudit(who, tx, sound ? 'poll.published' : 'poll.countDisputed', poll.id);
  await dropPages(tx, POLLS_TAG);
  return sound ? 'published' : 'disputed';
}

async function shuffleBox(tx: Tx, pollId: string): Promise<void> {
  // The sorting makes sure that everything is taken out before anything is put back.
  await tx.$executeRaw`
    WITH taken AS (DELETE FROM ballots WHERE poll_id = ${pollId}::uuid RETURNING choices)
    INSERT INTO ballots (id, poll_id, choices)
    SELECT gen_random_uuid(), ${pollId}::uuid, choices FROM taken ORDER BY gen_random_uuid()`;
  await tx.$executeRaw`
    WITH taken AS (DELETE FROM ballot_receipts WHERE poll_id = ${pollId}::uuid RETURNING receipt)
    INSERT INTO ballot_receipts (receipt, poll_id)
    SELECT receipt, ${pollId}::uuid FROM taken ORDER BY gen_random_uuid()`;
}

/**
 * Counts what is over but was not counted yet, should the background job be late: called by the
 * pages that would show it. Whoever reads only sets off what is due anyway.
 */
export async function sealDuePolls(_viewer: Viewer): Promise<void> {
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
    where: { poll: { OR: [{ sealedAt: { lt: before } }, { cancelledAt: { lt: before } }] } },
  });
}
