import { settledAt } from '../evaluation/rules';
import { isDecided, sumOf } from '../rules';
import type { ActivationState, TrialNumbers } from '../types';

type Counted = Pick<TrialNumbers, 'reached' | 'firstTimers'>;

interface Standing {
  state: ActivationState;
  decidedAt: Date | null;
}

/** From when on nothing about it changes; null before it is decided. */
export const staysFrom = ({ state, decidedAt }: Standing): Date | null =>
  isDecided(state) && decidedAt !== null ? settledAt(decidedAt) : null;

/**
 * How many people there were in all trials of an edition, for everybody; null before it is decided for good. Until then
 * trials are added and put right, and what a sum was yesterday would tell how few came today. From then on they stay as
 * they are, the database holds it, so there is one sum at most.
 */
export function settledPeople(
  standing: Standing,
  held: readonly Counted[],
  at: Date,
): { reached: number; firstTimers: number | null } | null {
  const from = staysFrom(standing);
  if (from === null || from > at) return null;
  return { reached: sumOf(held, 'reached') ?? 0, firstTimers: sumOf(held, 'firstTimers') };
}
