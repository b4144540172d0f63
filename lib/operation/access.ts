import { mayCoordinate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may look at how the program itself is doing: whoever promised what it no longer keeps hears of it. */
export const OPERATION_RIGHTS = {
  look: right('operation.look', mayCoordinate),
};
