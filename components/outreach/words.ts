import { dayColumn } from '@/lib/core/day.mjs';
import { longDay, weekdayDay } from '@/lib/i18n/dates';

/** "Mi, 9. Dezember 2026" of a local date. */
export const dayWords = (date: string, locale: string): string => longDay(dayColumn(date), locale);

/** "Mittwoch, 9. Dezember". */
export const weekdayWords = (date: string, locale: string): string =>
  weekdayDay(dayColumn(date), locale);

/** "09:00"; easy language says "9:00". */
export const hourWords = (time: string, locale: string): string =>
  locale === 'de-LS' ? time.replace(/^0/, '') : time;
