import { mayAdministrate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may look at how the program itself is doing. */
export const OPERATION_RIGHTS = {
  look: right('operation.look', mayAdministrate),
};
