import { localOf } from '@/lib/core/clock';
import { officeZone } from '@/lib/core/office-time';

// Wider than elsewhere: the heading font's narrow space all but vanishes.
const NO_BREAK = '\u00a0';

/** "09:00"; easy language says "9:00". */
export function hourText(instant: Date, locale: string): string {
  const text = localOf(instant, officeZone()).slice(11, 16);
  return locale === 'de-LS' ? text.replace(/^0/, '') : text;
}

/** "Dienstag, 24. November": the weekday in full, because that is what people remember. */
export function dayText(localDate: string, locale: string): string {
  const text = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de-DE', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${localDate}T12:00:00Z`));
  return locale === 'en' ? text : text.replace(/(\d\.) /, `$1${NO_BREAK}`);
}
