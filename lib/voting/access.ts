import { mayCoordinate, mayVote } from '@/lib/accounts/policy';
import { everybodys, right, saidOtherwise } from '@/lib/accounts/right';
import { mayCheck, mayCount } from './policy';

/** Who may do what with polls. */
export const VOTING_RIGHTS = {
  /** Writes a question, calls it off, publishes and corrects what came out. */
  prepare: right('voting.prepare', mayCoordinate),
  /** Looks at a draft somebody else wrote. */
  check: right('voting.check', mayCheck),
  /** Hands papers out and counts them. */
  count: right('voting.count', mayCount),
  /** Takes somebody's ballot on the telephone. */
  takeCalls: right('voting.takeCalls', mayCoordinate),
  /** Casts a ballot: whoever is not somebody of the office, a partner or the funder. */
  vote: saidOtherwise(right('voting.vote', mayVote), 'voting.refused.mayNot'),
  /** Sees that a ballot lies in its box: the receipt is the key. */
  checkReceipt: everybodys('voting.checkReceipt'),
  /** Makes a ballot box a browser again: its code is the key. */
  endKiosk: everybodys('voting.endKiosk'),
  /** Is not reminded any more: the link of the mail is the key. */
  stopReminders: everybodys('voting.stopReminders'),
};
