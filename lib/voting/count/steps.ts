import 'server-only';
import type { System, Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { dropPages, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { headOf } from '@/lib/elections/published/chain.mjs';
import { publicationOf } from '@/lib/elections/published/publication';
import { PUBLISHED_FROM, talliedOf } from '@/lib/elections/results/tally';
import type { BallotPaper, PollResult } from '@/lib/elections/results/types';
import type { Prisma } from '@/prisma/generated/client';
import { POLLS_TAG } from '../queries';
import { isCountedByHand, isCountSound, ruleOf } from '../rules';
import type { PollRule, PollState } from '../types';
import { openBox } from '../vote/queries';
import { waysOf } from './queries';
import { checkOf } from './rules';
import type { Ways } from './types';

/** A box with a hundred thousand papers may take a while; nobody else waits for it. */
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

/**
 * Counts a sealed box in which everything lies, and freezes the result. A count that does not agree
 * with the roll is not stored: a person has to look.
 */
export async function countBox(
  who: Visitor | System,
  tx: Tx,
  poll: { id: string; number: number; frozenRule: unknown },
): Promise<'counted' | 'disputed'> {
  const rule = ruleOf(poll);
  const papers = await openBox(poll.id, tx);
  const ways = await waysOf(who, poll.id, tx);
  const check = checkOf(papers.length, ways);
  // Two people confirmed, for everybody to read, that there are more papers than people on the roll.
  const onPaper = ways.confirmed ? Math.min(check.onPaper, check.issued) : check.onPaper;
  if (!isCountSound(ways.rights, { ...check, onPaper })) {
    await recordAudit(who, tx, 'poll.countDisputed', poll.id);
    return 'disputed';
  }
  const result = await resultOf(tx, poll, rule, papers, ways);
  await tx.poll.update({
    where: { id: poll.id },
    data: { state: 'COUNTED', result: result as unknown as Prisma.InputJsonValue },
    select: { id: true },
  });
  await dropPages(tx, POLLS_TAG);
  return 'counted';
}

async function resultOf(
  tx: Tx,
  poll: { id: string; number: number },
  rule: PollRule,
  papers: readonly BallotPaper[],
  { rights, counted, spoiled }: Ways,
): Promise<PollResult> {
  const options = await tx.pollOption.findMany({
    where: { pollId: poll.id, withdrawnAt: { not: null } },
    select: { id: true },
  });
  const withdrawn = options.map((option) => option.id);
  const result: Omit<PollResult, 'head'> = {
    ...talliedOf(rule, papers, withdrawn),
    spoiled,
    usedRights:
      Object.values(rights).reduce((sum, number) => sum + number, 0) + (counted.HANDS ?? 0),
    channels: { ...rights, ...counted },
  };
  const isPublished = papers.length >= PUBLISHED_FROM;
  const head = isPublished ? await headOf(publicationOf(poll.number, rule, papers, result)) : '';
  return { ...result, head };
}

export type Sealing = 'published' | 'waits-for-count' | 'disputed' | 'not-due';

/** What follows a sealing: where nothing is counted by hand, the count. The caller's transaction holds the poll. */
export async function countSealed(
  who: System | Visitor,
  tx: Tx,
  poll: { id: string; number: number; frozenRule: unknown },
): Promise<Sealing> {
  const { id } = poll;
  await dropPages(tx, POLLS_TAG);
  if (isCountedByHand(ruleOf(poll).channels)) {
    await recordAudit(who, tx, 'poll.closed', id);
    return 'waits-for-count';
  }
  if ((await countBox(who, tx, poll)) === 'disputed') return 'disputed';
  await tx.poll.update({
    where: { id },
    data: { state: 'PUBLISHED' },
    select: { id: true },
  });
  await recordAudit(who, tx, 'poll.published', id);
  return 'published';
}
