/**
 * An amount as people write it: `1.200 €`, `12,20 €`; cents only where there are some.
 * @param cents whole cents
 */
export function euros(cents: number, locale: string): string {
  return new Intl.NumberFormat(locale === 'en' ? 'en-IE' : 'de-DE', {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);
}
