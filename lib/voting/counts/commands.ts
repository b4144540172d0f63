import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Actor, System, Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import type { Prisma } from '@/prisma/generated/client';
import { addCountedPapers } from '../box/commands';
import { openBox } from '../box/queries';
import { headOf } from '../counting/chain.mjs';
import { publicationOf } from '../ledger/rules';
import { mayCount } from '../policy';
import { POLLS_TAG } from '../queries';
import { comparedWith, countPapers, PUBLISHED_FROM, votesByOption } from '../results/rules';
import { isCountSound, ruleOf } from '../rules';
import type { BallotChannel, BallotPaper, PollResult, PollRule, PollState } from '../types';
import { countedChannels, differencesOf, numberOfPapers } from './rules';
import type { CountedPaper } from './types';

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

export interface CountEntry {
  poll: number;
  channel: BallotChannel;
  papers: CountedPaper[];
  spoiled: number;
}

/**
 * `first`: somebody else has to count too. `differs`: both counted, not alike. `too-many`: alike, but
 * more papers than people who were given one. `agreed`: another way still waits. `counted`: done.
 */
export type CountStep = 'first' | 'differs' | 'too-many' | 'agreed' | 'counted';

/**
 * Takes what one of two people counted. When both counted alike the papers come into the box, and
 * when no other way waits, the poll is counted. A person's own sheet may be corrected until then.
 */
export async function enterCount(
  visitor: Visitor,
  input: CountEntry,
): Promise<Result<{ step: CountStep }>> {
  if (!mayCount(visitor)) throw new AppError('NOT_FOUND');
  return await inTransaction<{ step: CountStep }>(async (tx) => {
    const poll = await lockPoll(tx, input.poll);
    if (poll.state !== 'CLOSED') return refused('voting.refused.notCounting');
    const rule = ruleOf(poll);
    if (!countedChannels(rule).includes(input.channel)) return refused('voting.refused.notThisWay');
    const where = { pollId: poll.id, channel: input.channel };
    const select = { entry: true, enteredById: true, agreedAt: true };
    const sheets = await tx.countSheet.findMany({ where, select });
    if (sheets.some((sheet) => sheet.agreedAt)) return refused('voting.refused.alreadyAgreed');
    const own = sheets.find((sheet) => sheet.enteredById === visitor.id);
    const entry = own?.entry ?? freeEntry(sheets);
    if (entry === null) return refused('voting.refused.twoCounted');
    await writeSheet(tx, { ...where, entry }, visitor, input);
    await recordAudit(visitor, tx, 'poll.counted', poll.id);
    return ok({ step: await compareSheets(visitor, tx, poll, input.channel) });
  });
}

function freeEntry(sheets: readonly { entry: number }[]): number | null {
  return [1, 2].find((entry) => sheets.every((sheet) => sheet.entry !== entry)) ?? null;
}

async function writeSheet(
  tx: Tx,
  key: { pollId: string; channel: BallotChannel; entry: number },
  actor: Actor,
  { papers, spoiled }: CountEntry,
): Promise<void> {
  const data = {
    enteredById: actor.id,
    papers: papers as unknown as Prisma.InputJsonValue,
    spoiled,
    enteredAt: now(),
  };
  await tx.countSheet.upsert({
    where: { pollId_channel_entry: key },
    create: { ...key, ...data },
    update: data,
    select: { id: true },
  });
}

async function compareSheets(
  who: Visitor | System,
  tx: Tx,
  poll: LockedPoll,
  channel: BallotChannel,
): Promise<CountStep> {
  const [first, second] = await tx.countSheet.findMany({
    where: { pollId: poll.id, channel },
    orderBy: { entry: 'asc' },
    select: { papers: true, spoiled: true },
  });
  if (!first || !second) return 'first';
  const papers = first.papers as unknown as CountedPaper[];
  const other = second.papers as unknown as CountedPaper[];
  if (differencesOf(papers, other).length > 0 || first.spoiled !== second.spoiled) return 'differs';
  const number = numberOfPapers(papers);
  const issued = await tx.rollEntry.count({ where: { pollId: poll.id, channel } });
  if (channel === 'PAPER' && number + first.spoiled > issued) return 'too-many';
  await addCountedPapers(who, tx, poll.id, papers);
  // What was on the papers of one way alone is nobody's business any more.
  await tx.countSheet.updateMany({
    where: { pollId: poll.id, channel },
    data: { papers: { number }, agreedAt: now() },
  });
  if ((await waitingChannels(tx, poll)).length > 0) return 'agreed';
  return (await countBox(who, tx, poll)) === 'counted' ? 'counted' : 'agreed';
}

async function waitingChannels(tx: Tx, poll: LockedPoll): Promise<BallotChannel[]> {
  const agreed = await tx.countSheet.findMany({
    where: { pollId: poll.id, agreedAt: { not: null } },
    select: { channel: true },
  });
  return countedChannels(ruleOf(poll)).filter((channel) =>
    agreed.every((sheet) => sheet.channel !== channel),
  );
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
  const { PAPER: onPaper = 0, HANDS: hands = 0 } = ways.counted;
  const box = { box: papers.length - onPaper - hands, receipts: ways.receipts };
  if (!isCountSound(ways.rights, { ...box, onPaper: onPaper + ways.spoiled })) {
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

interface Ways {
  /** Rights used according to the roll. */
  rights: Partial<Record<BallotChannel, number>>;
  /** Papers two people agreed on. */
  counted: Partial<Record<BallotChannel, number>>;
  spoiled: number;
  receipts: number;
}

async function waysOf(tx: Tx, pollId: string): Promise<Ways> {
  const roll = await tx.rollEntry.groupBy({ by: ['channel'], where: { pollId }, _count: true });
  const sheets = await tx.countSheet.findMany({
    where: { pollId, entry: 1, agreedAt: { not: null } },
    select: { channel: true, papers: true, spoiled: true },
  });
  return {
    rights: Object.fromEntries(roll.map(({ channel, _count }) => [channel, _count])),
    counted: Object.fromEntries(
      sheets.map(({ channel, papers }) => [channel, (papers as { number: number }).number]),
    ),
    spoiled: sheets.reduce((sum, sheet) => sum + sheet.spoiled, 0),
    receipts: await tx.ballotReceipt.count({ where: { pollId } }),
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
  const result: Omit<PollResult, 'head'> = {
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
    ...(withdrawn.length > 0 && { withdrawn }),
  };
  const isPublished = papers.length >= PUBLISHED_FROM;
  const head = isPublished ? await headOf(publicationOf(poll.number, rule, papers, result)) : '';
  return { ...result, head };
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
