import { mayAdministrate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may read what was written down about acts. */
export const AUDIT_RIGHTS = {
  look: right('audit.look', mayAdministrate),
};
