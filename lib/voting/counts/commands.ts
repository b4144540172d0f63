import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { System, Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { db, dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import type { Prisma } from '@/prisma/generated/client';
import { openBox } from '../box/queries';
import { headOf } from '../counting/chain.mjs';
import { publicationOf } from '../ledger/rules';
import { POLLS_TAG } from '../queries';
import { comparedWith, countPapers, PUBLISHED_FROM, votesByOption } from '../results/rules';
import { isCountSound, ruleOf } from '../rules';
import type { BallotChannel, BallotPaper, PollResult, PollRule, PollState } from '../types';
import type { CountCheck } from './types';

interface LockedPoll {
  id: string;
  number: number;
  state: PollState;
  frozenRule: unknown;
}

async function lockPoll(tx: Tx, number: number): Promise<LockedPoll> {
  const rows = await tx.$queryRaw<LockedPoll[]>`
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
  const papers = await openBox(who, poll.id, tx);
  const ways = await waysOf(tx, poll.id);
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
    data: {
      state: 'COUNTED',
      countedAt: now(),
      result: result as unknown as Prisma.InputJsonValue,
    },
    select: { id: true },
  });
  await dropPages(tx, POLLS_TAG);
  return 'counted';
}

/** The numbers of a poll that have to fit together, as they are now; only of a sealed box. */
export async function checkBox(
  who: Visitor | System,
  pollId: string,
  tx: Tx = db,
): Promise<CountCheck> {
  const papers = await openBox(who, pollId, tx);
  return checkOf(papers.length, await waysOf(tx, pollId));
}

function checkOf(papers: number, { rights, counted, spoiled, receipts }: Ways): CountCheck {
  const { WEB = 0, KIOSK = 0, PHONE = 0, PAPER: issued = 0 } = rights;
  const { PAPER: onPaper = 0, HANDS: hands = 0 } = counted;
  return {
    electronic: WEB + KIOSK + PHONE,
    box: papers - onPaper - hands,
    receipts,
    issued,
    // Spoiled hands are no papers, and nobody was given one.
    onPaper: onPaper === 0 && hands > 0 ? 0 : onPaper + spoiled,
  };
}

interface Ways {
  /** Rights used according to the roll. */
  rights: Partial<Record<BallotChannel, number>>;
  /** Papers two people agreed on. */
  counted: Partial<Record<BallotChannel, number>>;
  spoiled: number;
  receipts: number;
  /** Both counters said in writing that more papers were found than given out. */
  confirmed: boolean;
}

async function waysOf(tx: Tx, pollId: string): Promise<Ways> {
  const roll = await tx.rollEntry.groupBy({ by: ['channel'], where: { pollId }, _count: true });
  const sheets = await tx.countSheet.findMany({
    where: { pollId, entry: 1, agreedAt: { not: null } },
    select: { channel: true, papers: true, spoiled: true, remark: true },
  });
  return {
    rights: Object.fromEntries(roll.map(({ channel, _count }) => [channel, _count])),
    counted: Object.fromEntries(
      sheets.map(({ channel, papers }) => [channel, (papers as { number: number }).number]),
    ),
    spoiled: sheets.reduce((sum, sheet) => sum + sheet.spoiled, 0),
    receipts: await tx.ballotReceipt.count({ where: { pollId } }),
    confirmed: sheets.some((sheet) => sheet.remark !== ''),
  };
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
  const compared = comparedWith(rule.countRule);
  const isPublished = papers.length >= PUBLISHED_FROM;
  return {
    version: 2,
    ...countPapers(rule, papers, withdrawn),
    ...(compared && { comparison: countPapers(rule, papers, withdrawn, compared) }),
    ballots: papers.length,
    abstentions: papers.filter((paper) => paper.choices.length === 0).length,
    spoiled,
    usedRights:
      Object.values(rights).reduce((sum, number) => sum + number, 0) + (counted.HANDS ?? 0),
    channels: { ...rights, ...counted },
    quorumReached: papers.length >= rule.quorum,
    counts: votesByOption(rule, papers),
    head: isPublished ? await headOf(publicationOf(poll.number, rule, papers, withdrawn)) : '',
  };
}

/** Shows everybody the result of a poll two people counted. */
export async function publishResult(
  visitor: Visitor,
  input: { number: number },
): Promise<Result<{ number: number }>> {
  if (!mayCoordinate(visitor)) throw new AppError('NOT_FOUND');
  return await inTransaction<{ number: number }>(async (tx) => {
    const poll = await lockPoll(tx, input.number);
    if (poll.state !== 'COUNTED') return refused('voting.refused.notCounted');
    await tx.poll.update({
      where: { id: poll.id },
      data: { state: 'PUBLISHED', publishedAt: now() },
      select: { id: true },
    });
    await recordAudit(visitor, tx, 'poll.published', poll.id);
    await dropPages(tx, POLLS_TAG);
    return ok({ number: input.number });
  });
}
