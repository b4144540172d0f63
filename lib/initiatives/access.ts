import { mayCoordinate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may do what with groups of neighbours and their requests. */
export const INITIATIVE_RIGHTS = {
  keepGroups: right('initiatives.keepGroups', mayCoordinate),
};
