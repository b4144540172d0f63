import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { Icon } from '@/components/ui/icons';
import { contentLang } from '@/lib/core/paths';
import { leadOf, reasonsOf } from '@/lib/elections/explained/reasons';
import { type TieClaim, tiesOf } from '@/lib/elections/explained/ties';
import type { Lead, Reason } from '@/lib/elections/explained/types';
import type { WholeResult } from '@/lib/elections/results/types';
import type { PollRule } from '@/lib/voting/types';
import { lotOf } from './poll-facts';
import { amountIn, inEuros, listed, type ResultWords, written } from './poll-result-words';

type ReasonsProps = { locale: string; rule: PollRule; result: WholeResult };

/** For each option one sentence: what decided, and by how much it was missed. */
export async function PollResultReasons({ locale, rule, result }: ReasonsProps) {
  const t = await getTranslations({ locale, namespace: 'voting-result' });
  const reasons = reasonsOf(rule, result);
  return (
    <Section title={t('reasonsTitle')} level={3}>
      {rule.countRule === 'mes_cost_add1u' ? <p className="measure">{t('sharesText')}</p> : null}
      <ol className="reasons">
        {reasons.map((reason) => (
          <li key={reason.optionId} className={reason.won ? 'reason reason-won' : 'reason'}>
            <p className="reason-option">
              {reason.won ? <Icon name="check" /> : null}
              <strong lang={contentLang(locale)}>
                {rule.options.find(({ id }) => id === reason.optionId)?.label}
              </strong>
              <span className="visually-hidden">({markOf(t, reason, leadOf(rule, result))})</span>
            </p>
            <p>{sentenceOf(t, { locale, rule, reason })}</p>
          </li>
        ))}
      </ol>
      <Ties t={t} locale={locale} rule={rule} ties={tiesOf(rule, result)} />
    </Section>
  );
}

type TiesProps = { t: ResultWords; locale: string; rule: PollRule; ties: TieClaim[] };

function Ties({ t, locale, rule, ties }: TiesProps) {
  if (ties.length === 0) return null;
  // Only what is shared, or told apart by an earlier round, needs no lot.
  const isDrawn = ties.some(({ key }) => !/^shared$|Earlier$/.test(key));
  return (
    <div className="prose">
      <h4>{t('tie.title')}</h4>
      {ties.map(({ key, between, drawn, chosen }) => (
        <p key={`${key}-${between.join()}`}>
          {/* messages: voting-result.tie.* */}
          {t(`tie.${key}`, {
            what: inOrder(rule, between, locale),
            drawn: inOrder(rule, drawn, locale),
            chosen: inOrder(rule, chosen, locale),
          })}
        </p>
      ))}
      {isDrawn ? <p>{t('tie.order', { order: lotOf(rule) })}</p> : null}
    </div>
  );
}

/** Only what the lead names as recommended is. */
function markOf(t: ResultWords, { won }: Reason, { key }: Lead): string {
  if (!won) return t('lostMark');
  return key === 'noQuorum' || key === 'tied' || key === 'no' ? t('aheadMark') : t('wonMark');
}

/** In the order in which they come, not in that of the ballot. */
function inOrder(rule: PollRule, ids: readonly string[], locale: string): string {
  const options = rule.options.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  return listed({ ...rule, options }, ids, locale);
}

type SentenceParts = { locale: string; rule: PollRule; reason: Reason };

function sentenceOf(t: ResultWords, { locale, rule, reason }: SentenceParts): string {
  const { key, further } = reason;
  // messages: voting-result.why.*
  const why = t(`why.${key}`, paramsOf(t, { locale, rule, reason }));
  if (typeof further !== 'number') return why;
  const fewer = written(further - 1, locale);
  return `${why} ${t('why.further', { n: further, fewer })}`;
}

/** Numbers a sentence bends its words to stay numbers, all others come as they are written. */
function paramsOf(t: ResultWords, { locale, rule, reason }: SentenceParts) {
  const { numbers, money, options } = reason;
  const { missing, ...amounts } = inEuros(money, locale);
  const { payers, duels, votes = 0, of = 0, partial = 0, exact = 0, others = 0 } = numbers;
  const texts = ['round', 'wins', 'own', 'needed', 'gap', 'seats', 'votes'].map((name) => [
    name,
    written(numbers[name] ?? 0, locale),
  ]);
  return {
    ...{ cost: '', left: '', share: '', rest: '' },
    ...(Object.fromEntries(texts) as Record<string, string>),
    ...amounts,
    ...{ of, partial, exact },
    n: options.length,
    count: payers ?? duels ?? 0,
    short: missing ?? '',
    against: written(others, locale),
    others: listed(rule, options, locale),
    amount: amountIn(t, rule, votes, locale),
  };
}
