/** What can be written down of a session, one form at a time. */
export const ADDED = ['turnout', 'decision', 'task'] as const;

export const RESULTS = ['adopted', 'declined', 'tied', 'deferred'] as const;
export type DecisionResult = (typeof RESULTS)[number];

export interface Votes {
  yes: number;
  no: number;
  abstain: number;
}

/**
 * Whether a result can follow from the votes: more yes than no recommends, fewer does not, equal
 * numbers are a tie. A decision can be put off whatever the votes were, also without any.
 */
export function doesResultFit({ yes, no }: Votes, result: DecisionResult): boolean {
  if (result === 'adopted') return yes > no;
  if (result === 'declined') return yes < no;
  return result === 'tied' ? yes === no && yes > 0 : true;
}

/** @param votingResidents how many were allowed to vote; null: not counted */
export function areTooManyVotes(votes: Votes, votingResidents: number | null): boolean {
  return votingResidents !== null && votes.yes + votes.no + votes.abstain > votingResidents;
}
