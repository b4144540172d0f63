import type { StepSaid } from './types';

/** What is still so when their turn comes: nobody is sent to a vote that is over by now. */
export function stillSaid(
  { step, before }: Pick<StepSaid, 'step' | 'before'>,
  at: Date,
): { step: string; before: Date | null } {
  const end = before === null ? null : new Date(before);
  const isLate = end !== null && end <= at;
  return isLate ? { step: 'voteWasHeld', before: null } : { step, before: end };
}
