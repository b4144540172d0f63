import { mayCoordinate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may do what with proposals. */
export const PROPOSAL_RIGHTS = {
  /** Lists on paper, which the office counts. */
  countSignatures: right('proposals.countSignatures', mayCoordinate),
};
