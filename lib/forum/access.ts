import { mayCoordinate, mayRepresent } from '@/lib/accounts/policy';
import { everybodys, right } from '@/lib/accounts/right';

/** Who may do what with the sessions of the forum. */
export const FORUM_RIGHTS = {
  /** Signs a group up; nobody needs an account. */
  signUp: everybodys('forum.signUp'),
  /** Changes and gives back one's own seats: the code is the key. */
  keepOwnSeats: everybodys('forum.keepOwnSeats'),
  /** Plans, invites, counts, writes down. */
  keep: right('forum.keep', mayCoordinate),
  /** Sets what is talked about: the office, and the representation before it begins. */
  setAgenda: right('forum.setAgenda', (who) => mayCoordinate(who) || mayRepresent(who)),
  /** Minutes before they are public: the office, and the representation once they were handed over. */
  readMinutes: right('forum.readMinutes', (who) => mayCoordinate(who) || mayRepresent(who)),
  /** Moderates and confirms what was written down; nobody of the office can. */
  represent: right('forum.represent', mayRepresent),
};
