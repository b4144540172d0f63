import { mayAdministrate, mayCoordinate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may read what was written down about acts. */
export const AUDIT_RIGHTS = {
  look: right('audit.look', mayAdministrate),
  /** What stood somewhere before the office corrected it. */
  seeEarlier: right('audit.seeEarlier', mayCoordinate),
};
