import { mayCoordinate, mayCounsel } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may do what with meetings and training of the office. */
export const MEETINGS_RIGHTS = {
  meetings: right('meetings.meetings', mayCoordinate),
  /** Sees what they go to themselves, and enters a peer consultation. */
  own: right('meetings.own', mayCounsel),
};
