import 'server-only';
import type { Actor, Guest, System } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { correctTyped } from '@/lib/audit/corrections/steps';
import { holdCase, moveCases } from '@/lib/cases/steps';
import { now } from '@/lib/core/clock';
import { dropPages, type Tx } from '@/lib/core/db';
import type { Refused } from '@/lib/core/result';
import { getOffice } from '@/lib/settings/queries';
import { rewordWaiting } from '../review/along/steps';
import type { LockedProposal } from '../review/effects/types';
import { tellOfPoll } from '../review/telling/steps';
import { PROPOSALS } from '../steps';
import { PROPOSALS_TAGS } from '../tags';
import type { ProposalState } from '../types';
import { isOpenForVote, newsOf, newsOfStopped, type PollNews, stateBeforeVote } from './rules';

/** What the history says about a poll: its question, or why it was called off. */
interface PollStep {
  proposalId: string;
  note: string;
  /** What calls about it stand under, beside what is owed about the case itself. */
  pollId: string;
  /** It was over when it was stopped. */
  wasHeld?: boolean;
  /** Those whose proposal it is have heard of its opening. */
  isTold: boolean;
}

/**
 * A poll about a proposal has opened: the proposal stands at the vote until the Forum has decided.
 * Only from where the Forum has not decided yet; anything else (it is being built already, say)
 * stays where it is, and those whose proposal it is hear of the poll all the same. The caller's
 * transaction holds the poll.
 * @param closesAt from when on the proposal says that the vote is over
 * @param moves false: it was over when the proposal went on, so that it is only told of
 */
export async function putToVote(
  who: Actor | Guest | System,
  tx: Tx,
  step: PollStep & { closesAt: Date; moves: boolean },
): Promise<void> {
  const proposal = await holdCase(tx, PROPOSALS, { id: step.proposalId });
  const { closesAt, moves, ...told } = step;
  if (proposal.state === 'IN_VOTE') {
    await beside(tx, proposal, step);
    return;
  }
  if (!moves || !isOpenForVote(proposal.state)) {
    if (!step.isTold) await tellAside(tx, proposal, step, newsOf(closesAt, false, now()));
    return;
  }
  await move(tx, proposal, { ...told, to: 'IN_VOTE', voteClosesAt: closesAt });
  await recordAudit(who, tx, 'proposal.putToVote', proposal.id);
}

/** Tells of a poll that moves nothing. */
async function tellAside(
  tx: Tx,
  proposal: LockedProposal,
  { pollId, note, closesAt }: PollStep & { closesAt: Date | null },
  step: PollNews,
): Promise<void> {
  const told = { step, to: proposal.state, note, pollId, closesAt };
  await tellOfPoll(tx, await getOffice({ locale: 'de' }), proposal, told);
}

/** The poll was called off: the proposal goes back to where it was, if it still waits for the vote. */
export async function takeBackFromVote(
  who: Actor | Guest | System,
  tx: Tx,
  step: PollStep,
): Promise<void> {
  const proposal = await holdCase(tx, PROPOSALS, { id: step.proposalId });
  if (proposal.state === 'MERGED') await forgetVote(tx, proposal);
  if (proposal.state !== 'IN_VOTE') {
    const news = newsOfStopped(step.wasHeld ?? false);
    if (step.isTold) await tellAside(tx, proposal, { ...step, closesAt: null }, news);
    return;
  }
  const history = await tx.proposalStep.findMany({
    where: { proposalId: proposal.id },
    select: { to: true, step: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  await move(tx, proposal, { ...step, to: stateBeforeVote(history), voteClosesAt: null });
  await recordAudit(who, tx, 'proposal.takenBackFromVote', proposal.id);
}

/**
 * Another poll has opened beside the one the proposal stands at the vote with. The same opening followed twice is
 * told once.
 */
async function beside(tx: Tx, proposal: LockedProposal, step: PollStep & { closesAt: Date }) {
  const { id, state, number, voteClosesAt: before } = proposal;
  const { note, closesAt } = step;
  const voteClosesAt = before && before > closesAt ? before : closesAt;
  if (step.isTold) {
    // Nobody decides by a page that is older than it.
    const data = { voteClosesAt, version: { increment: 1 } };
    await tx.proposal.update({ where: { id }, data, select: { id: true } });
    await dropPages(tx, PROPOSALS_TAGS.lists, PROPOSALS_TAGS.proposal(number));
    return;
  }
  const at = now();
  await moveCases(
    { tx, at },
    PROPOSALS,
    { ids: [id], state },
    {
      ...{ office: null, path: ['IN_VOTE'], by: 'poll', byOwner: false, told: true },
      ...{ note, audience: 'PUBLIC', more: { voteClosesAt } },
    },
  );
  await tellOfPoll(tx, await getOffice({ locale: 'de' }), proposal, {
    ...{ note, closesAt, pollId: step.pollId, step: newsOf(closesAt, false, at), to: state },
  });
  await dropPages(tx, PROPOSALS_TAGS.lists, PROPOSALS_TAGS.proposal(number));
}

/** A poll was called off, and another one that closes then goes on. */
export async function goOnAtVote(tx: Tx, step: PollStep & { closesAt: Date }): Promise<void> {
  const proposal = await holdCase(tx, PROPOSALS, { id: step.proposalId });
  const { id, number, state } = proposal;
  if (state !== 'IN_VOTE' && step.isTold)
    await tellAside(tx, proposal, step, newsOfStopped(step.wasHeld ?? false));
  if (state !== 'IN_VOTE' && state !== 'MERGED') return;
  await tx.proposal.update({
    where: { id },
    data: { voteClosesAt: step.closesAt, version: { increment: 1 } },
    select: { id: true },
  });
  if (state === 'IN_VOTE') {
    const office = await getOffice({ locale: 'de' });
    await tellOfPoll(tx, office, proposal, { ...step, step: 'otherVoteGoesOn', to: state });
  }
  await dropPages(tx, PROPOSALS_TAGS.lists, PROPOSALS_TAGS.proposal(number));
}

/**
 * Those whose proposal it is, and who have heard of the poll, hear what it decided. Nothing moves: the Forum speaks of
 * it, or it goes its way.
 */
export async function tellResult(
  tx: Tx,
  poll: {
    proposalId: string;
    pollId: string;
    question: string;
    outcome: (locale: string) => Promise<string>;
  },
): Promise<void> {
  const { proposalId, pollId, question: note, outcome } = poll;
  const proposal = await holdCase(tx, PROPOSALS, { id: proposalId });
  await tellOfPoll(tx, await getOffice({ locale: 'de' }), proposal, {
    ...{ step: 'voteCounted', to: proposal.state, note, pollId, closesAt: null, outcome },
  });
}

/** Why a poll about a proposal came to nothing, put right. */
interface StopCorrected {
  proposalId: string;
  /** When it was asked for; null where nobody knows. What older steps say is another poll's. */
  since: Date | null;
  before: string;
  right: string;
  /** Why it is put right, as everybody reads it. */
  reason: string;
  /** What stood there must not be kept. */
  forget: boolean;
}

/**
 * The history of a proposal says why a poll was called off in the words the poll's own page says now; so does what is
 * still to be told about it. The caller's transaction holds the poll.
 */
export async function correctTakenBack(
  { tx, at }: { tx: Tx; at: Date },
  { proposalId, since, before, right, reason, forget }: StopCorrected,
): Promise<Refused | null> {
  const { id, number } = await holdCase(tx, PROPOSALS, { id: proposalId });
  await rewordWaiting(tx, { id }, { before, now: right });
  const step = await tx.proposalStep.findFirst({
    where: {
      ...{ proposalId: id, by: 'poll', to: { not: 'IN_VOTE' }, note: before },
      ...(since && { at: { gte: since } }),
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, version: true },
  });
  if (!step) return null;
  const where = { id: step.id };
  const refusal = await correctTyped(
    { tx, at },
    { ...step, kind: 'STEP_NOTE', reason, audience: 'PUBLIC', forget },
    {
      rows: tx.proposalStep,
      read: async () => ({ note: before }),
      to: { note: right },
      write: () => tx.proposalStep.update({ where, data: { note: right }, select: { id: true } }),
    },
  );
  await dropPages(tx, PROPOSALS_TAGS.lists, PROPOSALS_TAGS.proposal(number));
  return refusal;
}

/** Nobody votes about it any more when it is taken out of what it is joined to. */
async function forgetVote(tx: Tx, { id }: LockedProposal): Promise<void> {
  await tx.proposal.update({ where: { id }, data: { voteClosesAt: null }, select: { id: true } });
}

async function move(
  tx: Tx,
  proposal: LockedProposal,
  {
    to,
    note,
    pollId,
    voteClosesAt,
    wasHeld = false,
  }: PollStep & { to: ProposalState; voteClosesAt: Date | null },
): Promise<void> {
  const { id, state, number } = proposal;
  const at = now();
  await moveCases(
    { tx, at },
    PROPOSALS,
    { ids: [id], state },
    {
      ...{ office: null, path: [to], by: 'poll', byOwner: false, told: true },
      // A poll's question, and why it was called off, stand on its own page.
      ...{ note, audience: 'PUBLIC', more: { voteClosesAt } },
    },
  );
  await tellOfPoll(tx, await getOffice({ locale: 'de' }), proposal, {
    ...{ step: newsOf(voteClosesAt, wasHeld, at), to, note, pollId, closesAt: voteClosesAt },
  });
  await dropPages(tx, PROPOSALS_TAGS.lists, PROPOSALS_TAGS.proposal(number));
}
