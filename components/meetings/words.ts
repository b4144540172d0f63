/** "1,5" hours of minutes. */
export const hoursText = (minutes: number, locale: string): string =>
  new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'de-DE', { maximumFractionDigits: 2 }).format(
    minutes / 60,
  );

/** "90,00 €". */
export const euroText = (cents: number, locale: string): string =>
  new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'de-DE', {
    ...{ style: 'currency', currency: 'EUR' },
  }).format(cents / 100);
