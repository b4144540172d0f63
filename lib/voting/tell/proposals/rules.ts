/** Polls with numbers the Forum can decide by. */
export const COUNTED = ['COUNTED', 'PUBLISHED', 'ARCHIVED'] as const;

/** Steps of a proposal that ended a round of votes: not those to a vote, nor being joined and taken out again. */
export const ELSEWHERE: {
  to: { notIn: ('IN_VOTE' | 'MERGED')[] };
  step: { not: string };
} = { to: { notIn: ['IN_VOTE', 'MERGED'] }, step: { not: 'separate' } };

/** The last of them. */
export const LAST: {
  orderBy: ({ at: 'desc' } | { id: 'desc' })[];
  select: { at: true };
} = { orderBy: [{ at: 'desc' }, { id: 'desc' }], select: { at: true } };

/**
 * Polls that were not over yet when the proposal last came from anywhere but a vote. What was voted before the
 * Forum put it back, or it was opened anew, decides nothing any more.
 */
export const ofThisRound = (elsewhere: { at: Date } | null): { closesAt?: { gt: Date } } =>
  elsewhere ? { closesAt: { gt: elsewhere.at } } : {};
