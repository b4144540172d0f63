import { now } from '@/lib/core/clock';
import { mayAdministrate, mayConnect, mayDisconnect } from './policy';
import { askedAnew, everybodys, right } from './right';

const administrate = right('accounts.administrate', mayAdministrate);

/** Who may come in, and who may do what with other people's accounts. */
export const ACCOUNT_RIGHTS = {
  /** Comes in: what was mailed is the key. */
  signIn: everybodys('accounts.signIn'),
  /** Looks somebody up, takes an invitation back. */
  administrate,
  /** Ties a sign-in elsewhere to one's own account, just after signing in. */
  connect: right('accounts.connect', (who) => mayConnect(who, now())),
  /** Unties a sign-in elsewhere from one's own account. */
  disconnect: right('accounts.disconnect', mayDisconnect),
  /** Gives and takes rights: never one's own. */
  changeRights: askedAnew({ ...administrate, name: 'accounts.changeRights' }),
};
