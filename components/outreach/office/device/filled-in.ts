import { dayColumn } from '@/lib/core/day.mjs';

/** What stands in braces is known only in the browser. */
export const filledIn = (
  sentence: string,
  values: Readonly<Record<string, string | number | undefined>>,
) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** `9.12.2026`, in English `9 Dec 2026`. @param day `YYYY-MM-DD` */
export const shortDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de', {
    ...{ day: 'numeric', month: locale === 'en' ? 'short' : 'numeric', year: 'numeric' },
    timeZone: 'UTC',
  }).format(dayColumn(day));
