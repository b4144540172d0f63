import 'server-only';
import { randomInt } from 'node:crypto';
import { command, sameFor } from '@/lib/accounts/command';
import type { Actor } from '@/lib/accounts/types';
import { localOf, now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db, inTransaction, type Tx } from '@/lib/core/db';
import { officeZone } from '@/lib/core/office-time';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { newCode } from '@/lib/core/tokens';
import type { BallotChannel } from '@/lib/elections/results/types';
import { VOTING_RIGHTS } from '../../access';
import { countSoon } from '../../count/commands';
import { closeSealed } from '../../count/steps';
import { ruleOf } from '../../rules';
import type { PollRule } from '../../types';
import { ballotProblem, paperOf, RECEIPT_LENGTH, refusedMarks } from '../../vote/rules';
import type { BallotInput } from '../../vote/schema';
import { fillTrialBox, inTime, putIntoBox, sealBox } from '../../vote/steps';
import type { PollNumber } from '../commands';
import { RULE_COLUMNS } from '../rules';
import type { PollNumberInput } from '../schema';
import { freezeDraft, lockPoll } from '../steps';
import { madeUpPaper, trialChannels } from './rules';
import type { FillTrialInput } from './schema';

/** Long enough for everybody in the office to try it; nobody else ever sees it. */
const TRIAL_DAYS = 14;

const COPIED = { ...RULE_COLUMNS, cardBatchId: true } as const;

/** A copy of a draft that opens at once, for the office alone; the draft stays as it is. */
export const startTrial = command(
  { right: VOTING_RIGHTS.prepare, audit: ['poll.trialStarted'], tags: [] },
  async ({ tx, actor, note }, input: PollNumberInput): Promise<Result<PollNumber>> => {
    const { id, state } = await lockPoll(tx, input.number);
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
        draftedById: actor.id,
        options: { create: draft.options },
      },
      select: { id: true, number: true },
    });
    await freezeDraft(tx, trial.id, {});
    await note('poll.trialStarted', trial.id);
    return ok({ number: trial.number });
  },
);

function trialTimes() {
  const opensAt = now();
  const closesAt = new Date(opensAt.getTime() + TRIAL_DAYS * DAY_MS);
  return {
    opensAt,
    closesAt,
    localOpens: localOf(opensAt, officeZone()),
    localCloses: localOf(closesAt, officeZone()),
    timeZone: officeZone(),
  };
}

/** The database itself refuses what comes after the end. */
const BEFORE_ITS_END = {
  right: VOTING_RIGHTS.prepare,
  // What lies in a box is written down nowhere.
  audit: [],
  tags: [],
  around: <T>(act: () => Promise<Result<T>>) => inTime('voting-drafts.refused.trialOver', act),
};

/** Puts made-up ballots into the box of a try-out, so that there is something to count. */
export const fillTrial = command(
  BEFORE_ITS_END,
  async ({ tx }, input: FillTrialInput): Promise<Result<PollNumber>> => {
    const trial = await lockTrial(tx, input.number);
    if (!trial.ok) return trial;
    const { id, rule } = trial.value;
    const papers = Array.from({ length: input.ballots }, () => madeUpPaper(rule, randomInt));
    const ways = papers.map(() => rule.channels[randomInt(rule.channels.length)] ?? 'WEB');
    await takeRights(tx, id, ways);
    await fillTrialBox(tx, id, papers, papers.map(newReceipt));
    return ok({ number: input.number });
  },
);

/** A ballot the office fills in itself, as often as it likes: whose it is stands nowhere. */
export const castTrialBallot = command(
  BEFORE_ITS_END,
  async ({ tx }, input: BallotInput): Promise<Result<null>> => {
    const trial = await lockTrial(tx, input.poll);
    if (!trial.ok) return trial;
    const { id, rule } = trial.value;
    const problem = ballotProblem(rule, input.choices);
    if (problem) return refusedMarks(problem, rule, input.choices);
    await takeRights(tx, id, [rule.channels[0] ?? 'WEB']);
    await putIntoBox(tx, id, paperOf(rule.method, input.choices), newReceipt());
    return ok(null);
  },
);

/** Looks at a filled-in ballot of a try-out without casting it; always a refusal, like the real one. */
export const checkTrialBallot = sameFor(
  VOTING_RIGHTS.prepare,
  async (input: BallotInput): Promise<Refused> => {
    if (input.step === 'choose') return refused('voting.ballot.changeNow', {}, 'step');
    const looked = await inTransaction<null>(async (tx) => {
      const trial = await lockTrial(tx, input.poll);
      if (!trial.ok) return trial;
      const problem = ballotProblem(trial.value.rule, input.choices);
      // Never a yes: the form is still to be sent, and its token counts once.
      return problem
        ? refusedMarks(problem, trial.value.rule, input.choices)
        : refused('voting.ballot.checkNow', {}, 'step');
    });
    if (looked.ok) throw new Error('looking is not casting');
    return looked;
  },
);

/** Closes a try-out before its time and counts it, the way a real poll is closed and counted. */
export const endTrial = command(
  { ...{ right: VOTING_RIGHTS.prepare, audit: [], tags: [] }, around: thenCount },
  async ({ tx, actor }, input: PollNumberInput): Promise<Result<PollNumber>> => {
    const trial = await lockTrial(tx, input.number);
    if (!trial.ok) return trial;
    const { id, rule } = trial.value;
    await sealBox(tx, id, { early: true });
    await closeSealed(actor, tx, { id, frozenRule: rule });
    return ok({ number: input.number });
  },
);

async function thenCount(
  act: () => Promise<Result<PollNumber>>,
  actor: Actor,
  { number }: PollNumberInput,
): Promise<Result<PollNumber>> {
  const done = await act();
  if (!done.ok) return done;
  const { id } = await db.poll.findUniqueOrThrow({ where: { number }, select: { id: true } });
  // Nothing is due where papers are counted by hand.
  await countSoon(actor, id);
  return done;
}

/** Throws a try-out away with everything that was in it, counted or not. */
export const discardTrial = command(
  { right: VOTING_RIGHTS.prepare, audit: ['poll.trialDiscarded'], tags: [] },
  async ({ tx, note }, input: PollNumberInput): Promise<Result<null>> => {
    const { id, isTest } = await lockPoll(tx, input.number);
    if (!isTest) return refused('voting-drafts.refused.noTrial');
    await tx.poll.delete({ where: { id }, select: { id: true } });
    await note('poll.trialDiscarded', id);
    return ok(null);
  },
);

interface Trial {
  id: string;
  rule: PollRule;
}

async function lockTrial(tx: Tx, number: number): Promise<Result<Trial>> {
  const { id, isTest, state, closesAt } = await lockPoll(tx, number);
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
