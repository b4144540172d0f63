import { isComing, signUpStatus } from '../sessions/rules';
import type { SignUpTimes } from '../sessions/types';
import type { SessionChange } from './types';

/** Whether something that people should be told is still so when their turn comes: what is newer replaces it. */
export function isStillSo(change: SessionChange, session: SignUpTimes, at: Date): boolean {
  if (change === 'cancelled') return session.state === 'CANCELLED';
  if (change === 'postponed') return session.state === 'POSTPONED';
  return isComing(session, at);
}

/** Whether a seat is worth hearing of: whoever hears of it late would look for an evening that was. */
export function isSeatOfUse(session: SignUpTimes, at: Date): boolean {
  return !['cancelled', 'over'].includes(signUpStatus(session, at));
}
