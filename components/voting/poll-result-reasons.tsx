import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { Icon } from '@/components/ui/icons';
import { leadOf, reasonsOf } from '@/lib/voting/results/reasons/rules';
import type { Lead, Reason } from '@/lib/voting/results/reasons/types';
import { type TieClaim, tiesOf } from '@/lib/voting/results/ties/rules';
import type { PollResult, PollRule } from '@/lib/voting/types';
import { contentLang, lotOf } from './poll-facts';
import { amountIn, inEuros, listed, type ResultWords } from './poll-result-words';

type ReasonsProps = { locale: string; rule: PollRule; result: PollResult };

/** For each option one sentence: what decided, and by how much it was missed. */
export async function PollResultReasons({ locale, rule, result }: ReasonsProps) {
  const t = await getTranslations({ locale, namespace: 'voting-result' });
  const reasons = reasonsOf(rule, result);
  return (
    <Section title={t('reasonsTitle')} level={3}>
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

function markOf(t: ResultWords, { won }: Reason, { key }: Lead): string {
  if (!won) return t('lostMark');
  return key === 'noQuorum' || key === 'tied' ? t('aheadMark') : t('wonMark');
}

/** In the order in which they come, not in that of the ballot. */
function inOrder(rule: PollRule, ids: readonly string[], locale: string): string {
  const options = rule.options.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  return listed({ ...rule, options }, ids, locale);
}

type SentenceParts = { locale: string; rule: PollRule; reason: Reason };

function sentenceOf(t: ResultWords, { locale, rule, reason }: SentenceParts): string {
  const { key, numbers, money, options } = reason;
  const { missing, ...amounts } = inEuros(money, locale);
  const count = numbers.payers ?? numbers.duels ?? numbers.votes ?? 0;
  // messages: voting-result.why.*
  return t(`why.${key}`, {
    ...{
      votes: 0,
      round: 0,
      place: 0,
      wins: 0,
      of: 0,
      own: 0,
      people: 0,
      more: 0,
      needed: 0,
      gap: 0,
    },
    ...{ cost: '', left: '', share: '', each: '' },
    ...numbers,
    ...amounts,
    short: missing ?? '',
    count,
    against: numbers.others ?? 0,
    others:
      typeof numbers.payers === 'number' ? (numbers.others ?? 0) : listed(rule, options, locale),
    amount: amountIn(t, rule, numbers.votes ?? 0),
  });
}
