import { withPlainSigns } from './typed';

/** Ten million euros: more nobody means. */
const MOST_CENTS = 1_000_000_000;

/**
 * An amount of money as people write it: `1.200 €`, `1200`, `EUR 1 200,50`, `12,5`, `1.200,-`. A point or
 * comma before three digits separates thousands, before one or two it separates cents.
 * @param most whole cents; more is no amount here
 * @returns whole cents, or `null` when it is no amount
 */
export function centsOf(typed: string, most: number = MOST_CENTS): number | null {
  const text = withPlainSigns(typed)
    .replace(/€|eur(?:o)?\b/gi, '')
    .replace(/[\s'’]/g, '')
    .replace(/[,.]-{1,2}$/, '');
  const match =
    /^(?<whole>\d{1,9}|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)(?:[.,](?<cents>\d{1,2}))?$/.exec(
      text,
    );
  if (!match?.groups) return null;
  const whole = Number(match.groups.whole?.replace(/[.,]/g, ''));
  const cents = Number((match.groups.cents ?? '').padEnd(2, '0'));
  const total = whole * 100 + cents;
  return total <= most ? total : null;
}

/** An amount as it stands in a field again: `1.200,50`. */
export function typedAmount(cents: number): string {
  const digits = { minimumFractionDigits: cents % 100 === 0 ? 0 : 2 };
  return new Intl.NumberFormat('de-DE', digits).format(cents / 100);
}
