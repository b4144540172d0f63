import { mayCoordinate, mayVote } from '@/lib/accounts/policy';
import { everybodys, right, saidOtherwise } from '@/lib/accounts/right';

/** Who may do what with proposals. */
export const PROPOSAL_RIGHTS = {
  /** Hands one in; nobody needs an account. */
  submit: everybodys('proposals.submit'),
  /** Answers and takes back one's own: the code or the account is the key. */
  keepOwn: everybodys('proposals.keepOwn'),
  /** "This matters to me too". */
  support: saidOtherwise(
    right('proposals.support', mayVote),
    'proposals.refused.officeSupportsNobody',
  ),
  /** Types in what somebody wrote on a card or said. */
  enterCard: right('proposals.enterCard', mayCoordinate),
  /** Checks, publishes, hands over, answers. */
  review: right('proposals.review', mayCoordinate),
  /** Lists on paper, which the office counts. */
  countSignatures: right('proposals.countSignatures', mayCoordinate),
};
