import { mayCoordinate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may do what with the office's work outdoors. */
export const OUTREACH_RIGHTS = {
  /** Rounds: who goes where, what is told to everybody beforehand, what was learnt. */
  rounds: right('outreach.rounds', mayCoordinate),
  /** What was met there, in numbers. */
  contacts: right('outreach.contacts', mayCoordinate),
};
