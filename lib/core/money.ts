import { withPlainSigns } from './typed';

/** Ten million euros: more nobody means. */
const MOST_CENTS = 1_000_000_000;

const CURRENCY = String.raw`(?:€|eur(?:os?)?\.?)`;
/** Thousands are parted by one sign throughout. */
const WHOLE = [String.raw`\d{1,9}`, ...[String.raw`\.`, ',', "'", ' '].map(grouped)].join('|');
const AMOUNT = new RegExp(
  String.raw`^(?:${CURRENCY} ?)?(?<whole>${WHOLE})(?:(?<sign>[.,])(?:(?<cents>\d{1,2})|-{1,2}))?(?: ?${CURRENCY})?$`,
  'i',
);

function grouped(by: string): string {
  return String.raw`[1-9]\d{0,2}(?:${by}\d{3})+`;
}

/**
 * An amount of money as people write it: `1.200 €`, `1200`, `EUR 1 200,50`, `12,5`, `1.200,-`, `50 Euros`. A point,
 * comma, gap or apostrophe before three digits separates thousands, a point or comma before one or two separates cents.
 * What could be two numbers (`12 50`) is none.
 * @param most whole cents; more is no amount here
 * @returns whole cents, or `null` when it is no amount
 */
export function centsOf(typed: string, most: number = MOST_CENTS): number | null {
  const found = AMOUNT.exec(withPlainSigns(typed).replaceAll('’', "'"))?.groups;
  const { whole = '', sign = '', cents = '' } = found ?? {};
  // One sign that parts thousands and cents at once is a slip.
  if (!found || (cents !== '' && whole.includes(sign))) return null;
  const total = Number(whole.replace(/\D/g, '')) * 100 + Number(cents.padEnd(2, '0'));
  return total <= most ? total : null;
}

/** An amount as it stands in a field again: `1.200,50`. */
export function typedAmount(cents: number): string {
  const digits = { minimumFractionDigits: cents % 100 === 0 ? 0 : 2 };
  return new Intl.NumberFormat('de-DE', digits).format(cents / 100);
}
