import { isComing, signUpStatus } from '../sessions/rules';
import type { SignUpTimes } from '../sessions/types';
import type { SessionChange } from './types';

/** Whether something that people should be told is still so when their turn comes: what is newer replaces it. */
export function isStillSo(change: SessionChange, session: SignUpTimes, at: Date): boolean {
  if (change === 'cancelled' || change === 'givenUp') return session.state === 'CANCELLED';
  if (change === 'postponed') return session.state === 'POSTPONED';
  return isComing(session, at);
}

/** Whether a seat is worth hearing of: whoever hears of it late would look for an evening that was. */
export function isSeatOfUse(session: SignUpTimes, at: Date): boolean {
  return !['cancelled', 'over'].includes(signUpStatus(session, at));
}

/** When a session is, for those who are told of it. */
type Dated = Pick<SignUpTimes, 'state' | 'startsAt'>;

/**
 * The date people are told, and until which something about a session is of use to them. Null while it is postponed,
 * and when it was called off out of that (`givenUp`): the old date means nothing then, and what is to be told of it
 * stays to be told.
 */
export function dateTold({ state, startsAt }: Dated, change?: SessionChange): Date | null {
  return state === 'POSTPONED' || change === 'givenUp' ? null : startsAt;
}

/** The same session for a mail about it. */
export const toldOf = <Session extends Dated>(session: Session) => ({
  ...session,
  date: dateTold(session),
});
