import { mayActAsPartner, mayCoordinate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may do what with the network of partners. */
export const NETWORK_RIGHTS = {
  /** The address book with everything the office notes in it. */
  keep: right('network.keep', mayCoordinate),
  /** A partner's own public page; name, kind and notes are not its own. */
  ownProfile: right('network.ownProfile', mayActAsPartner),
};
