import { mayAdministrate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may do what with the office's settings. */
export const SETTINGS_RIGHTS = {
  change: right('settings.change', mayAdministrate),
};
