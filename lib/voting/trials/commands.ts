import 'server-only';
import { randomInt } from 'node:crypto';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Actor, Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { localOf, now } from '@/lib/core/clock';
import { inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { newCode } from '@/lib/core/tokens';
import { ballotProblem, paperOf, RECEIPT_LENGTH, refusedMarks } from '../ballots/rules';
import type { BallotInput } from '../ballots/schema';
import { fillTrialBox, inTime, putIntoBox, sealBox } from '../box/commands';
import { freezeDraft } from '../checking/commands';
import { countSealed } from '../commands';
import { lockPoll, type PollNumber } from '../drafts/commands';
import { RULE_COLUMNS } from '../drafts/rules';
import type { PollNumberInput } from '../drafts/schema';
import { ruleOf } from '../rules';
import type { BallotChannel, PollRule } from '../types';
import { madeUpPaper, trialChannels } from './rules';
import type { FillTrialInput } from './schema';

const ZONE = 'Europe/Berlin';
/** Long enough for everybody in the office to try it; nobody else ever sees it. */
const TRIAL_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

const COPIED = { ...RULE_COLUMNS, cardBatchId: true } as const;

/** A copy of a draft that opens at once, for the office alone; the draft stays as it is. */
export async function startTrial(
  visitor: Visitor,
  input: PollNumberInput,
): Promise<Result<PollNumber>> {
  if (!mayCoordinate(visitor) || visitor.kind !== 'person') throw new AppError('NOT_FOUND');
  return await inTransaction<PollNumber>(async (tx) => {
    const { id, state } = await lockPoll(visitor, tx, input.number);
    if (state !== 'DRAFT') return refused('voting.refused.notDraft');
    const options = { label: true, note: true, costCents: true, position: true };
    const draft = await tx.poll.findUniqueOrThrow({
      where: { id },
      select: { ...COPIED, options: { select: options, orderBy: { position: 'asc' } } },
    });
    const trial = await tx.poll.create({
      data: {
        ...draft,
        ...trialTimes(),
        channels: trialChannels(draft.channels),
        isTest: true,
        draftedById: visitor.id,
        options: { create: draft.options },
      },
      select: { id: true, number: true },
    });
    await freezeDraft(visitor, tx, trial.id, {});
    await recordAudit(visitor, tx, 'poll.trialStarted', trial.id);
    return ok({ number: trial.number });
  });
}

function trialTimes() {
  const opensAt = now();
  const closesAt = new Date(opensAt.getTime() + TRIAL_DAYS * DAY_MS);
  return {
    opensAt,
    closesAt,
    localOpens: localOf(opensAt, ZONE),
    localCloses: localOf(closesAt, ZONE),
    timeZone: ZONE,
  };
}

/** Puts made-up ballots into the box of a try-out, so that there is something to count. */
export async function fillTrial(
  visitor: Visitor,
  input: FillTrialInput,
): Promise<Result<PollNumber>> {
  if (!mayCoordinate(visitor) || visitor.kind !== 'person') throw new AppError('NOT_FOUND');
  return await beforeItsEnd<PollNumber>(visitor, input.number, async (tx, { id, rule }) => {
    const papers = Array.from({ length: input.ballots }, () => madeUpPaper(rule, randomInt));
    const ways = papers.map(() => rule.channels[randomInt(rule.channels.length)] ?? 'WEB');
    await takeRights(tx, id, ways);
    await fillTrialBox(visitor, tx, id, papers, papers.map(newReceipt));
    return ok({ number: input.number });
  });
}

/** A ballot the office fills in itself, as often as it likes: whose it is stands nowhere. */
export async function castTrialBallot(visitor: Visitor, input: BallotInput): Promise<Result<null>> {
  if (!mayCoordinate(visitor) || visitor.kind !== 'person') throw new AppError('NOT_FOUND');
  return await beforeItsEnd<null>(visitor, input.poll, async (tx, { id, rule }) => {
    const problem = ballotProblem(rule, input.choices);
    if (problem) return refusedMarks(problem, rule);
    await takeRights(tx, id, [rule.channels[0] ?? 'WEB']);
    await putIntoBox(visitor, tx, id, paperOf(rule.method, input.choices), newReceipt());
    return ok(null);
  });
}

/** Looks at a filled-in ballot of a try-out without casting it; always a refusal, like the real one. */
export async function checkTrialBallot(visitor: Visitor, input: BallotInput): Promise<Refused> {
  if (!mayCoordinate(visitor) || visitor.kind !== 'person') throw new AppError('NOT_FOUND');
  if (input.step === 'choose') return refused('voting.ballot.changeNow', {}, 'step');
  const looked = await inTransaction<null>(async (tx) => {
    const trial = await lockTrial(visitor, tx, input.poll);
    if (!trial.ok) return trial;
    const problem = ballotProblem(trial.value.rule, input.choices);
    // Never a yes: the form is still to be sent, and its token counts once.
    return problem
      ? refusedMarks(problem, trial.value.rule)
      : refused('voting.ballot.checkNow', {}, 'step');
  });
  if (looked.ok) throw new Error('looking is not casting');
  return looked;
}

/** Closes a try-out before its time and counts it, the way a real poll is closed and counted. */
export async function endTrial(
  visitor: Visitor,
  input: PollNumberInput,
): Promise<Result<PollNumber>> {
  if (!mayCoordinate(visitor) || visitor.kind !== 'person') throw new AppError('NOT_FOUND');
  return await inTransaction<PollNumber>(async (tx) => {
    const trial = await lockTrial(visitor, tx, input.number);
    if (!trial.ok) return trial;
    const { id, rule } = trial.value;
    await sealBox(visitor, tx, id, { early: true });
    await countSealed(visitor, tx, { id, number: input.number, frozenRule: rule });
    return ok({ number: input.number });
  });
}

/** Throws a try-out away with everything that was in it, counted or not. */
export async function discardTrial(
  visitor: Visitor,
  input: PollNumberInput,
): Promise<Result<null>> {
  if (!mayCoordinate(visitor) || visitor.kind !== 'person') throw new AppError('NOT_FOUND');
  return await inTransaction<null>(async (tx) => {
    const { id, isTest } = await lockPoll(visitor, tx, input.number);
    if (!isTest) return refused('voting-drafts.refused.noTrial');
    await tx.poll.delete({ where: { id }, select: { id: true } });
    await recordAudit(visitor, tx, 'poll.trialDiscarded', id);
    return ok(null);
  });
}

interface Trial {
  id: string;
  rule: PollRule;
}

const beforeItsEnd = <T>(
  who: Actor,
  number: number,
  work: (tx: Tx, trial: Trial) => Promise<Result<T>>,
): Promise<Result<T>> =>
  inTime(who, 'voting-drafts.refused.trialOver', () =>
    inTransaction<T>(async (tx) => {
      const trial = await lockTrial(who, tx, number);
      return trial.ok ? await work(tx, trial.value) : trial;
    }),
  );

async function lockTrial(who: Actor, tx: Tx, number: number): Promise<Result<Trial>> {
  const { id, isTest, state, closesAt } = await lockPoll(who, tx, number);
  if (!isTest) return refused('voting-drafts.refused.noTrial');
  if (state !== 'SCHEDULED' || closesAt <= now()) return refused('voting-drafts.refused.trialOver');
  const row = await tx.poll.findUniqueOrThrow({ where: { id }, select: { frozenRule: true } });
  return ok({ id, rule: ruleOf(row) });
}

/** A line on the roll for nobody for each ballot, so that the count agrees. */
async function takeRights(tx: Tx, pollId: string, ways: readonly BallotChannel[]): Promise<void> {
  await tx.rollEntry.createMany({ data: ways.map((channel) => ({ pollId, channel })) });
}

const newReceipt = () => newCode(RECEIPT_LENGTH);
