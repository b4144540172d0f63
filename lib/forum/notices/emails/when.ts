import { longDateTime } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import type { Appointment } from '../types';

/** When and where people meet, or that this is open. */
export function whenAndWhere(
  locale: string,
  { date, place }: Pick<Appointment, 'date' | 'place'>,
): Promise<string> {
  if (date === null) return sentence(locale, 'forum.numberState.sessionPostponed');
  return sentence(locale, 'forum.mail.when', { when: longDateTime(date, locale), place });
}
