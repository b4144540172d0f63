import type { SessionState } from '../sessions/types';
import type { SessionChange } from './types';

/** Whether something that people should be told is still so when their turn comes: what is newer replaces it. */
export function isStillSo(change: SessionChange, state: SessionState): boolean {
  if (change === 'cancelled') return state === 'CANCELLED';
  if (change === 'postponed') return state === 'POSTPONED';
  return state !== 'CANCELLED' && state !== 'POSTPONED';
}
