import type { getTranslations } from 'next-intl/server';
import { euros } from '@/lib/i18n/money';
import { labelsOf } from '@/lib/voting/rules';
import type { PollRule } from '@/lib/voting/types';

export type ResultWords = Awaited<ReturnType<typeof getTranslations<'voting-result'>>>;

/** Labels in quotation marks, joined as people say it, in the order of the ballot. */
export function listed(rule: PollRule, ids: readonly string[], locale: string): string {
  const [open, close] = locale === 'en' ? ['“', '”'] : ['„', '“'];
  return new Intl.ListFormat(locale === 'en' ? 'en' : 'de').format(
    labelsOf(rule, ids).map((label) => `${open}${label}${close}`),
  );
}

/** What a rule counts: votes, or points. */
export const unitOf = (rule: Pick<PollRule, 'method'>): 'votes' | 'points' =>
  rule.method === 'POINTS' ? 'points' : 'votes';

/** `34 Stimmen`, `112 Punkte`. */
export const amountIn = (
  t: ResultWords,
  rule: Pick<PollRule, 'method'>,
  n: number,
  locale: string,
): string =>
  // messages: voting-result.unit.*
  t(`unit.${unitOf(rule)}`, { n, text: written(n, locale) });

/** A number with all the decimals a count keeps: what is cut off could be what decided. */
export const written = (n: number, locale: string): string =>
  new Intl.NumberFormat(locale === 'en' ? 'en' : 'de', { maximumFractionDigits: 5 }).format(n);

/** Every amount of a sentence as people write it. */
export const inEuros = (
  money: Readonly<Record<string, number>>,
  locale: string,
): Record<string, string> =>
  Object.fromEntries(Object.entries(money).map(([name, cents]) => [name, euros(cents, locale)]));
