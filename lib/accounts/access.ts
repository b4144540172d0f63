import { mayAdministrate } from './policy';
import { askedAnew, right } from './right';

const administrate = right('accounts.administrate', mayAdministrate);

/** Who may do what with other people's accounts. */
export const ACCOUNT_RIGHTS = {
  /** Looks somebody up, takes an invitation back. */
  administrate,
  /** Gives and takes rights: never one's own. */
  changeRights: askedAnew({ ...administrate, name: 'accounts.changeRights' }),
};
