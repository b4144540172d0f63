import { mayCoordinate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who sees what waits today. */
export const OFFICE_RIGHTS = {
  open: right('office.open', mayCoordinate),
};
