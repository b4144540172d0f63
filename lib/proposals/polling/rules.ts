import { OPEN_FOR_VOTE } from '../rules';
import type { HistoryStep, ProposalState } from '../types';

/** A poll about it can take it along: the Forum has not decided yet. */
export function isOpenForVote(state: ProposalState): boolean {
  return (OPEN_FOR_VOTE as readonly ProposalState[]).includes(state);
}

/** What stands of a history: a step that was a mistake goes with the one that says so. */
export function withoutMistakes<Step extends { step: string }>(history: readonly Step[]): Step[] {
  const standing: Step[] = [];
  for (const one of history)
    if (one.step === 'takeBack') standing.pop();
    else standing.push(one);
  return standing;
}

/** Where a proposal stood before it was put to the vote; published if its history does not tell. */
export function stateBeforeVote(
  history: readonly Pick<HistoryStep, 'to' | 'step'>[],
): ProposalState {
  const before = withoutMistakes(history).findLast(({ to }) => to !== 'IN_VOTE')?.to;
  return before && isOpenForVote(before) ? before : 'PUBLISHED';
}

/** What those whose proposal it is hear about a poll. */
export type PollNews =
  | 'putToVote'
  | 'voteWasHeld'
  | 'takenBackFromVote'
  | 'voteDeclaredVoid'
  | 'pollCalledOff'
  | 'pollDeclaredVoid'
  | 'otherVoteGoesOn'
  | 'voteCounted';

/**
 * An opening that is followed late must send nobody to a box that is shut, and a vote that was held is not called off.
 * @param closesAt null where nobody votes about it any more
 * @param wasHeld the poll was over when it was stopped
 */
export function newsOf(closesAt: Date | null, wasHeld: boolean, at: Date): PollNews {
  if (closesAt === null) return wasHeld ? 'voteDeclaredVoid' : 'takenBackFromVote';
  return closesAt > at ? 'putToVote' : 'voteWasHeld';
}

/** The same where the Forum had spoken already, or it went its way: the proposal stays where it stands. */
export const newsOfStopped = (wasHeld: boolean): PollNews =>
  wasHeld ? 'pollDeclaredVoid' : 'pollCalledOff';
