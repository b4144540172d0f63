import { getTranslations } from 'next-intl/server';
import { Prose } from '@/components/layout/section';
import { euros } from '@/lib/i18n/money';
import { fillKey, ruleKey, tieKey } from '@/lib/voting/methods/rules';
import type { PollRule } from '@/lib/voting/types';

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

/** How ballots become a result: the rule, what happens to equals, how many ballots it takes. */
export async function HowItCounts({ locale, rule }: MethodProps) {
  const t = await getTranslations({ locale, namespace: 'voting-methods' });
  const { seats, budgetCents, quorum } = rule;
  return (
    <Prose>
      {budgetCents === null ? null : (
        <p>{t('budgetSum', { amount: euros(budgetCents, locale) })}</p>
      )}
      {/* messages: voting-methods.rule.* voting-methods.tie.* */}
      <p>{t(`rule.${ruleKey(rule)}`, { seats })}</p>
      <p>{t(`tie.${tieKey(rule)}`)}</p>
      {quorum > 0 ? <p>{t('quorum', { quorum })}</p> : null}
    </Prose>
  );
}
