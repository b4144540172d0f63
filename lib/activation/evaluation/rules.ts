import type { ActivationState } from '../types';

/** So long a decision can be taken back; the database holds it, too. */
export const TAKE_BACK_HOURS = 24;
const TAKE_BACK_MS = TAKE_BACK_HOURS * 3_600_000;

/** From then on it stays. */
export const settledAt = (decidedAt: Date): Date => new Date(decidedAt.getTime() + TAKE_BACK_MS);

interface Decided {
  decidedAt: Date | null;
  decidedFrom: ActivationState | null;
}

/** Where it goes back to when its decision was a mistake; null: it stays. */
export function stateToGoBackTo({ decidedAt, decidedFrom }: Decided, at: Date) {
  return decidedAt !== null && settledAt(decidedAt) > at ? decidedFrom : null;
}

/** Characters of each text; the database holds it, too. */
export const EVALUATION_MAX = 600;
