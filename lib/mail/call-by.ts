import { officeDate, officeInstant } from '@/lib/core/office-time';
import { addWorkdays } from '@/lib/settings/workdays';

const END_OF_OFFICE_DAY = '18:00';

/**
 * Until when a call or a letter is owed: the next working day's evening, or earlier where it is about
 * something that begins before.
 * @param region whose public holidays count, e.g. `SN`
 */
export function callBy(at: Date, region: string, before: Date | null = null): Date {
  const evening = officeInstant(`${addWorkdays(officeDate(at), 1, region)}T${END_OF_OFFICE_DAY}`);
  return before !== null && before < evening ? before : evening;
}
