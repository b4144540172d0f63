import { officeZone } from '@/lib/core/office-time';

// U+202F keeps "20. Januar" together without the width of a full space.
const NARROW = '\u202f';

function intlLocale(locale: string): string {
  return locale === 'en' ? 'en-GB' : 'de-DE';
}

/** "Mi, 20. Januar 2027" / "Wed, 20 January 2027". */
export function longDate(instant: Date, locale: string, zone = officeZone()): string {
  const text = new Intl.DateTimeFormat(intlLocale(locale), {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  }).format(instant);
  return locale === 'en' ? text : text.replace('.,', ',').replace(/(\d\.) /, `$1${NARROW}`);
}

/** "20. Januar" without year and weekday. */
export function shortDate(instant: Date, locale: string, zone = officeZone()): string {
  const text = new Intl.DateTimeFormat(intlLocale(locale), {
    day: 'numeric',
    month: 'long',
    timeZone: zone,
  }).format(instant);
  return locale === 'en' ? text : text.replace(/(\d\.) /, `$1${NARROW}`);
}

/** "Mittwoch, 9. Dezember" of a day without time: the weekday in full, because that is what people remember. */
export function weekdayDay(day: Date, locale: string): string {
  const text = new Intl.DateTimeFormat(intlLocale(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(day);
  return locale === 'en' ? text : text.replace(/(\d\.) /, `$1${NARROW}`);
}

/** "17:30 Uhr" / "17:30"; easy language leaves out the leading zero and full minutes stay. */
export function clockTime(instant: Date, locale: string, zone = officeZone()): string {
  const text = new Intl.DateTimeFormat(intlLocale(locale), {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(instant);
  if (locale === 'en') return text;
  return `${locale === 'de-LS' ? text.replace(/^0/, '') : text}${NARROW}Uhr`;
}

/** "14:00–14:30 Uhr", in easy language "9:00 bis 9:20 Uhr", in English "14:00–14:30". */
export function timeSpan(from: Date, until: Date, locale: string, zone = officeZone()): string {
  const start = clockTime(from, locale, zone).replace(`${NARROW}Uhr`, '');
  return `${start}${locale === 'de-LS' ? ' bis ' : '–'}${clockTime(until, locale, zone)}`;
}

/** "Mi, 20. Januar 2027, 17:30 Uhr". */
export function longDateTime(instant: Date, locale: string, zone = officeZone()): string {
  return `${longDate(instant, locale, zone)}, ${clockTime(instant, locale, zone)}`;
}

/** "Dezember 2026". @param month `YYYY-MM` */
export function monthName(month: string, locale: string): string {
  return new Intl.DateTimeFormat(intlLocale(locale), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-15T12:00:00Z`));
}

/** A day stored without time (`@db.Date` arrives as UTC midnight). */
export function longDay(day: Date, locale: string): string {
  return longDate(day, locale, 'UTC');
}

/** "vor 12 Tagen", "morgen". @param days positive: in the future */
export function relativeDays(days: number, locale: string): string {
  return new Intl.RelativeTimeFormat(intlLocale(locale), { numeric: 'auto' }).format(days, 'day');
}

/** A time of day as printed on doors: `09:00` → "9", `14:30` → "14:30". */
export function doorTime(time: string): string {
  const [hours = '', minutes = ''] = time.split(':');
  return minutes === '00' ? String(Number(hours)) : `${Number(hours)}:${minutes}`;
}
