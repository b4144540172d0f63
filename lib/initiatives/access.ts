import { mayCoordinate } from '@/lib/accounts/policy';
import { everybodys, right } from '@/lib/accounts/right';

/** Who may do what with groups of neighbours and their requests. */
export const INITIATIVE_RIGHTS = {
  /** Asks for support; nobody needs an account. */
  ask: everybodys('initiatives.ask'),
  /** Answers, takes an offer, withdraws: the code or the account is the key. */
  keepOwnRequest: everybodys('initiatives.keepOwnRequest'),
  /** Types in what somebody asked for, and goes on with it. */
  handle: right('initiatives.handle', mayCoordinate),
  keepGroups: right('initiatives.keepGroups', mayCoordinate),
};
