import 'server-only';
import type { System, Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { dropPages, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { publicationOf } from '@/lib/elections/published/publication.mjs';
import type { BallotChannel, PollResult } from '@/lib/elections/results/types';
import { addJobOnce } from '@/lib/jobs/steps';
import type { Prisma } from '@/prisma/generated/client';
import { isCountedByHand, isCountSound, ruleOf } from '../rules';
import { settleLateStop } from '../stop/late/steps';
import { VOTING_TAGS } from '../tags';
import { noteResult } from '../tell/proposals/steps';
import type { PollRule, PollState } from '../types';
import { openBox, openBoxAsText } from '../vote/queries';
import type { Counted, CountOrder } from './counter.mjs';
import { waysOf } from './queries';
import { checkOf, countedChannels } from './rules';
import type { CountOutcome } from './types';

/** Laying a hundred thousand papers into a box may take a while. */
export const COUNTING_SECONDS = 300;

export interface PollToCount {
  id: string;
  number: number;
  state: PollState;
  frozenRule: unknown;
}

/** A poll that is no draft, held until the transaction ends: whoever counts waits here for the others. */
export async function lockPollToCount(tx: Tx, number: number): Promise<PollToCount> {
  const rows = await tx.$queryRaw<PollToCount[]>`
    SELECT id, number, state::text, frozen_rule AS "frozenRule"
    FROM polls WHERE number = ${number} AND state <> 'DRAFT' FOR UPDATE`;
  const poll = rows[0];
  if (!poll) throw new AppError('NOT_FOUND');
  return poll;
}

/** Ways of a poll two people have not agreed on yet. */
export async function waitingChannels(
  tx: Tx,
  poll: { id: string; frozenRule: unknown },
): Promise<BallotChannel[]> {
  const agreed = await tx.countSheet.findMany({
    where: { pollId: poll.id, agreedAt: { not: null } },
    select: { channel: true },
  });
  return countedChannels(ruleOf(poll)).filter((channel) =>
    agreed.every((sheet) => sheet.channel !== channel),
  );
}

/** A poll that was closed: where nothing is counted by hand it is to be counted, as soon as this is committed. */
export async function closeSealed(
  who: System | Visitor,
  tx: Tx,
  poll: { id: string; frozenRule: unknown },
): Promise<'waits-for-count' | 'counting'> {
  await dropPages(tx, VOTING_TAGS.polls);
  if (!isCountedByHand(ruleOf(poll).channels)) return await letCount(tx, poll.id);
  await recordAudit(who, tx, 'poll.closed', poll.id);
  return 'waits-for-count';
}

/** Whoever dies while counting leaves this behind; who was faster leaves it nothing to do. */
export async function letCount(tx: Tx, pollId: string): Promise<'counting'> {
  await addJobOnce(tx, 'count-poll', { pollId }, { key: `count-poll ${pollId}`, queue: 'count' });
  return 'counting';
}

async function lockClosed(tx: Tx, id: string): Promise<PollToCount | null> {
  const rows = await tx.$queryRaw<PollToCount[]>`
    SELECT id, number, state::text, frozen_rule AS "frozenRule"
    FROM polls WHERE id = ${id}::uuid AND state = 'CLOSED' FOR UPDATE`;
  return rows[0] ?? null;
}

async function withdrawnIn(tx: Tx, pollId: string): Promise<string[]> {
  const options = await tx.pollOption.findMany({
    where: { pollId, withdrawnAt: { not: null } },
    orderBy: { position: 'asc' },
    select: { id: true },
  });
  return options.map(({ id }) => id);
}

/**
 * What is to be counted of a sealed box in which everything lies. Numbers that do not fit together are
 * not counted: a person has to look.
 */
export async function readyToCount(
  who: Visitor | System,
  tx: Tx,
  pollId: string,
): Promise<CountOrder | Exclude<CountOutcome, 'counted' | 'published'>> {
  const poll = await lockClosed(tx, pollId);
  if (!poll || (await waitingChannels(tx, poll)).length > 0) return 'not-due';
  const { box, papers } = await openBoxAsText(pollId, tx);
  const ways = await waysOf(who, pollId, tx);
  const check = checkOf(papers, ways);
  // Two people confirmed, for everybody to read, that there are more papers than people on the roll.
  const onPaper = ways.confirmed ? Math.min(check.onPaper, check.issued) : check.onPaper;
  if (isCountSound(ways.rights, { ...check, onPaper })) {
    const withdrawn = await withdrawnIn(tx, pollId);
    return { poll: poll.number, rule: ruleOf(poll), box, withdrawn };
  }
  await tx.poll.updateMany({
    where: { id: pollId, disputedAt: null },
    data: { disputedAt: now() },
  });
  await recordAudit(who, tx, 'poll.countDisputed', pollId);
  return 'disputed';
}

/**
 * Freezes what was counted, if it still is what is to be counted: while somebody counts, an answer may be
 * withdrawn and the poll declared void. Where nothing was counted by hand everybody sees it at once.
 */
export async function storeCount(
  who: Visitor | System,
  tx: Tx,
  pollId: string,
  { order, counted }: { order: CountOrder; counted: Counted },
): Promise<CountOutcome | 'changed'> {
  const poll = await lockClosed(tx, pollId);
  if (!poll) return 'not-due';
  if ((await withdrawnIn(tx, pollId)).join() !== order.withdrawn.join()) return 'changed';
  const { rights, counted: byHand, spoiled } = await waysOf(who, pollId, tx);
  const result: PollResult = {
    ...{ ...counted, spoiled },
    usedRights:
      Object.values(rights).reduce((sum, number) => sum + number, 0) + (byHand.HANDS ?? 0),
    channels: { ...rights, ...byHand },
  };
  await tx.poll.update({
    where: { id: pollId },
    data: { state: 'COUNTED', result: result as unknown as Prisma.InputJsonValue },
    select: { id: true },
  });
  await settleLateStop(who, tx, { id: pollId, number: order.poll });
  await dropPages(tx, VOTING_TAGS.polls);
  if (isCountedByHand((order.rule as PollRule).channels)) return 'counted';
  await tx.poll.update({
    where: { id: pollId },
    data: { state: 'PUBLISHED' },
    select: { id: true },
  });
  await noteResult(tx, pollId);
  await recordAudit(who, tx, 'poll.published', pollId);
  return 'published';
}

/**
 * All whole ballots of a poll whose result is out, with the secret part of their checksum; null where what is
 * published is enough to count again, and where too few took part.
 */
export async function wholeBallots(tx: Tx, poll: PollToCount): Promise<string | null> {
  if (poll.state !== 'PUBLISHED' && poll.state !== 'ARCHIVED') return null;
  const row = await tx.poll.findUniqueOrThrow({
    where: { id: poll.id },
    select: { isTest: true, result: true },
  });
  const { salt, head, ...result } = row.result as unknown as PollResult;
  if (row.isTest || !salt) return null;
  const papers = await openBox(poll.id, tx);
  const file = publicationOf(poll.number, ruleOf(poll), papers, result, salt);
  return `${JSON.stringify({ ...file, head })}\n`;
}
