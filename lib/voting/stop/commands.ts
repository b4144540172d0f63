import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import { tellRepresentatives } from '@/lib/accounts/representation/steps';
import type { Actor } from '@/lib/accounts/types';
import { correctTyped } from '@/lib/audit/corrections/steps';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { rewordCallsAbout, rewordMailsAbout } from '@/lib/mail/recalling/steps';
import { takeCallsAbout } from '@/lib/mail/steps';
import { nameProblem } from '@/lib/outreach/traces/rules';
import { correctTakenBack } from '@/lib/proposals/polling/steps';
import { VOTING_RIGHTS } from '../access';
import { stopWaitsMail } from '../emails/stop-waits';
import { votingPaths } from '../paths';
import { countOtherCheckers } from '../prepare/checking/queries';
import { CHECKERS } from '../prepare/checking/rules';
import type { PollNumber } from '../prepare/commands';
import { lockPoll } from '../prepare/steps';
import { VOTING_TAGS } from '../tags';
import { inTime } from '../vote/steps';
import { endingOf, stopKindOf, stopStepOf } from './rules';
import type { CorrectStopInput, SettleStopInput, StopInput } from './schema';
import { agreedOn, callOff, optionProblem, takeOptionOut } from './steps';

type LockedPoll = Awaited<ReturnType<typeof lockPoll>>;

/**
 * Asks for something to be taken away from a poll everybody knows: an answer the law forbids, or all of
 * it. Nothing happens to the poll before somebody else agreed, and until then nobody outside reads of it.
 */
export const askToStop = command(
  { right: VOTING_RIGHTS.prepare, audit: ['poll.stopAsked'], tags: [] },
  async ({ tx, actor, at, note }, input: StopInput): Promise<Result<PollNumber>> => {
    const named = nameProblem({ [input.option === null ? 'reason' : 'why']: input.reason });
    if (named) return named;
    // Whoever asks at the same time waits here, and finds this one.
    const poll = await lockPoll(tx, input.number);
    const problem = await problemOf(tx, poll, input.option);
    if (problem) return problem;
    if ((await tx.pollStop.count({ where: { pollId: poll.id, settledAt: null } })) > 0) {
      return refused('voting-drafts.refused.stopWaits');
    }
    const { id } = await tx.pollStop.create({
      data: {
        ...{ pollId: poll.id, optionId: input.option, reason: input.reason },
        ...{ askedById: actor.id, askedAt: at },
      },
      select: { id: true },
    });
    const select = { number: true, question: true, closesAt: true } as const;
    const told = await tx.poll.findUniqueOrThrow({ where: { id: poll.id }, select });
    await tellRepresentatives(tx, {
      write: (locale) => stopWaitsMail(locale, told),
      officePath: votingPaths.teamPollLater(told.number),
      ...{ aboutId: id, again: false },
    });
    await note('poll.stopAsked', poll.id);
    return ok({ number: input.number });
  },
);

/** Why nothing can be taken away from the poll as it is now. */
async function problemOf(tx: Tx, poll: LockedPoll, option: string | null): Promise<Refused | null> {
  if (option !== null) return await optionProblem(tx, poll, option);
  // The clock is asked after the lock.
  return endingOf(poll, now()) ? null : refused('voting.refused.notCancellable');
}

/** What was taken away. */
type Stopped = PollNumber & { stopped: 'cancel' | 'annul' | 'withdraw' };

const EVENTS = ['poll.cancelled', 'poll.annulled', 'poll.optionWithdrawn'] as const;
const late = (act: () => Promise<Result<Stopped>>) => inTime('voting.refused.notCancellable', act);

/** Somebody else has read what is to be taken away and why, and agrees: now it happens, for good. */
export const agreeToStop = command(
  { right: VOTING_RIGHTS.check, audit: EVENTS, tags: [VOTING_TAGS.polls], around: late },
  async (given, input: SettleStopInput) => await settle(given, input, { alone: false }),
);

/** Where nobody else could agree: whoever asked does it alone, and that is said publicly. */
export const stopAlone = command(
  { right: VOTING_RIGHTS.prepare, audit: EVENTS, tags: [VOTING_TAGS.polls], around: late },
  async (given, input: SettleStopInput) => await settle(given, input, { alone: true }),
);

async function settle(
  { tx, actor, at, note }: Given<Actor, (typeof EVENTS)[number]>,
  input: SettleStopInput,
  { alone }: { alone: boolean },
): Promise<Result<Stopped>> {
  const poll = await lockPoll(tx, input.number);
  const stop = await findWaiting(tx, poll.id, input.stop);
  if (!stop) return refused('voting-drafts.refused.stopSettled');
  const refusal = await whyNotNow({ tx, actor, poll, stop, kind: input.kind, alone });
  if (refusal) return refusal;
  await tx.pollStop.update({
    where: { id: stop.id },
    data: { settledById: actor.id, agreed: true, alone },
    select: { id: true },
  });
  await takeCallsAbout(tx, stop.id);
  if (stop.optionId !== null) {
    await takeOptionOut(tx, at, { ...stop, optionId: stop.optionId });
    await note('poll.optionWithdrawn', poll.id);
    return ok({ number: input.number, stopped: 'withdraw' });
  }
  const isClosed = poll.state === 'CLOSED';
  await callOff(actor, tx, poll, stop.reason);
  await note(isClosed ? 'poll.annulled' : 'poll.cancelled', poll.id);
  return ok({ number: input.number, stopped: isClosed ? 'annul' : 'cancel' });
}

interface Settling {
  tx: Tx;
  actor: Actor;
  poll: LockedPoll;
  stop: NonNullable<Awaited<ReturnType<typeof findWaiting>>>;
  /** What whoever agrees has read that would happen. */
  kind: SettleStopInput['kind'];
  alone: boolean;
}

async function whyNotNow({
  tx,
  actor,
  poll,
  stop,
  kind,
  alone,
}: Settling): Promise<Refused | null> {
  const step = stopStepOf(stop, actor.id, await countOtherCheckers(actor, tx));
  if (!alone && step !== 'agree') return refused('voting-drafts.refused.ownStop');
  if (alone && step !== 'alone') return refused('voting-drafts.refused.someoneElse');
  if (!alone && !(await mayAgreeTo(tx, actor.id, stop.askedAt)))
    return refused('voting-drafts.refused.newRight');
  // Called off and void are two things: a poll may have closed since this was read.
  if (kind && kind !== stopKindOf(poll, stop, now())) return refused(CHANGED_MEANWHILE);
  return problemOf(tx, poll, stop.optionId);
}

/** Nobody is given a right, or a second account, to agree with what was asked already. */
const mayAgreeTo = async (tx: Tx, userId: string, askedAt: Date): Promise<boolean> =>
  (await tx.roleGrant.count({
    where: { userId, role: { in: [...CHECKERS] }, grantedAt: { lte: askedAt } },
  })) > 0;

const findWaiting = (tx: Tx, pollId: string, id: string) =>
  tx.pollStop.findFirst({
    where: { id, pollId, settledAt: null },
    select: {
      ...{ id: true, pollId: true, optionId: true, reason: true, askedById: true },
      askedAt: true,
    },
  });

/**
 * Other words for why a poll was called off or is void. Everybody reads when and why; calls not made and
 * mails not sent yet say the right words, and so do what two agreed on and the history of the proposal it was about.
 */
export const correctStop = command(
  { right: VOTING_RIGHTS.prepare, audit: ['poll.reasonCorrected'], tags: [VOTING_TAGS.polls] },
  async ({ tx, at, note }, input: CorrectStopInput): Promise<Result<PollNumber>> => {
    const { id, state } = await lockPoll(tx, input.number);
    if (state !== 'CANCELLED') throw new AppError('NOT_FOUND');
    const { text, reason } = input;
    const named = nameProblem({ text, reason });
    if (named) return named;
    const where = { id };
    const select = { cancelReason: true, proposalId: true } as const;
    const { cancelReason: before, proposalId } = await tx.poll.findUniqueOrThrow({ where, select });
    const refusal = await correctTyped(
      { tx, at },
      { ...input, id, kind: 'POLL_STOP', audience: 'PUBLIC' },
      {
        rows: tx.poll,
        // The poll is held, so that nobody has written anything else meanwhile.
        read: async () => ({ cancel_reason: before }),
        to: { cancel_reason: text },
        write: async () => {
          await tx.poll.update({ where, data: { cancelReason: text }, select: { id: true } });
          await tx.pollStop.updateMany({ where: agreedOn(id), data: { reason: text } });
        },
      },
    );
    if (refusal) return refusal;
    const change = { before, right: text, reason, forget: input.forget };
    const late = await correctElsewhere({ tx, at }, { id, proposalId }, change);
    if (late) return late;
    await note('poll.reasonCorrected', id);
    return ok({ number: input.number });
  },
);

/** The same words stand in the history of the proposal it was about, and in what people are still to be told. */
async function correctElsewhere(
  given: { tx: Tx; at: Date },
  { id, proposalId }: { id: string; proposalId: string | null },
  change: { before: string; right: string; reason: string; forget: boolean },
): Promise<Refused | null> {
  const { tx } = given;
  const stop = await tx.pollStop.findFirst({
    where: agreedOn(id),
    select: { id: true, askedAt: true },
  });
  const there = { ...change, since: stop?.askedAt ?? null };
  const late = proposalId && (await correctTakenBack(given, { ...there, proposalId }));
  if (late) return late;
  const words = { before: change.before, now: change.right };
  // After what is told in batches: the calls of one that is being told are there by then.
  await rewordCallsAbout(tx, id, words);
  if (stop) await rewordMailsAbout(tx, [stop.id], words);
  return null;
}

/** It stays as it is: whoever asked takes it back, or somebody else does not agree. */
export const dropStop = command(
  { right: VOTING_RIGHTS.check, audit: ['poll.stopDropped'], tags: [] },
  async ({ tx, actor, note }, input: SettleStopInput): Promise<Result<PollNumber>> => {
    const poll = await lockPoll(tx, input.number);
    const stop = await findWaiting(tx, poll.id, input.stop);
    if (!stop) return refused('voting-drafts.refused.stopSettled');
    await tx.pollStop.update({
      where: { id: stop.id },
      data: { settledById: actor.id, agreed: false },
      select: { id: true },
    });
    await takeCallsAbout(tx, stop.id);
    await note('poll.stopDropped', poll.id);
    return ok({ number: input.number });
  },
);
