import { mayActAsPartner, mayCoordinate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may do what with the shared calendar. */
export const CALENDAR_RIGHTS = {
  /** The office for all, a partner for its own entries. */
  keep: right('calendar.keep', (who) => mayCoordinate(who) || mayActAsPartner(who)),
};
