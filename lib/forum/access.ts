import { mayCoordinate, mayRepresent } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may do what with the sessions of the forum. */
export const FORUM_RIGHTS = {
  /** Plans, invites, counts, writes down. */
  keep: right('forum.keep', mayCoordinate),
  /** Sets what is talked about: the office, and the representation before it begins. */
  setAgenda: right('forum.setAgenda', (who) => mayCoordinate(who) || mayRepresent(who)),
  /** Moderates and confirms what was written down; nobody of the office can. */
  represent: right('forum.represent', mayRepresent),
};
