import { isDecided, sumOf } from '../rules';
import type { ActivationState, TrialNumbers } from '../types';

type Counted = Pick<TrialNumbers, 'reached' | 'firstTimers'>;

/**
 * How many people there were in all trials of an edition, for everybody; null before it is decided. Until then trials
 * are added and put right, and what a sum was yesterday would tell how few came today. From then on they stay as they
 * are, the database holds it, so there is one sum at most.
 */
export function settledPeople(
  state: ActivationState,
  held: readonly Counted[],
): { reached: number; firstTimers: number | null } | null {
  if (!isDecided(state)) return null;
  return { reached: sumOf(held, 'reached') ?? 0, firstTimers: sumOf(held, 'firstTimers') };
}
