import { mayCoordinate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may do what with polls, besides casting a ballot and counting papers. */
export const VOTING_RIGHTS = {
  /** Writes a question, calls it off, publishes and corrects what came out. */
  prepare: right('voting.prepare', mayCoordinate),
};
