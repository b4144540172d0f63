import { longDateTime } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import { dateTold } from '../rules';
import type { Appointment } from '../types';

/** When and where people meet, or that this is open. */
export function whenAndWhere(
  locale: string,
  session: Pick<Appointment, 'state' | 'startsAt' | 'place'>,
): Promise<string> {
  const date = dateTold(session);
  if (date === null) return sentence(locale, 'forum.numberState.sessionPostponed');
  return sentence(locale, 'forum.mail.when', {
    when: longDateTime(date, locale),
    place: session.place,
  });
}
