/** Polls with numbers the Forum can decide by. */
export const COUNTED = ['COUNTED', 'PUBLISHED', 'ARCHIVED'] as const;

/** The last step of a proposal that led anywhere but to a vote. */
export const LAST_ELSEWHERE: {
  orderBy: ({ at: 'desc' } | { id: 'desc' })[];
  select: { at: true };
} = { orderBy: [{ at: 'desc' }, { id: 'desc' }], select: { at: true } };

/**
 * Polls that were not over yet when the proposal last came from anywhere but a vote. What was voted before the
 * Forum put it back, or it was opened anew, decides nothing any more.
 */
export const ofThisRound = (elsewhere: { at: Date } | null): { closesAt?: { gt: Date } } =>
  elsewhere ? { closesAt: { gt: elsewhere.at } } : {};
