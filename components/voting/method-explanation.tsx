import { getTranslations } from 'next-intl/server';
import { Prose } from '@/components/layout/section';
import { countingWords } from '@/lib/elections/explained/counting-words';
import { fillKey } from '@/lib/elections/explained/methods';
import { euros } from '@/lib/i18n/money';
import type { PollRule } from '@/lib/voting/types';

type SayAny = Parameters<typeof countingWords>[1]['sayAny'];

type MethodProps = {
  locale: string;
  rule: Pick<
    PollRule,
    | 'method'
    | 'countRule'
    | 'maxChoices'
    | 'pointsTotal'
    | 'pointsPerOption'
    | 'seats'
    | 'budgetCents'
    | 'quorum'
    | 'options'
  >;
};

/** How this ballot is filled in, in the reader's language. */
export async function HowToFill({ locale, rule }: MethodProps) {
  const t = await getTranslations({ locale, namespace: 'voting-methods' });
  const { maxChoices, pointsTotal, pointsPerOption } = rule;
  return (
    <p className="measure">
      {/* messages: voting-methods.fill.* */}
      {t(`fill.${fillKey(rule)}`, {
        max: maxChoices,
        total: pointsTotal ?? 0,
        each: pointsPerOption ?? 0,
      })}{' '}
      {t('fill.abstain')}
    </p>
  );
}

/** How ballots become a result, step by step: whoever follows these words comes to the same. */
export async function HowItCounts({ locale, rule }: MethodProps) {
  const t = await getTranslations({ locale });
  const money = (cents: number) => euros(cents, locale);
  const sentences = countingWords(rule, { sayAny: t as SayAny, euros: money });
  return (
    <Prose>
      <ol>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </Prose>
  );
}
