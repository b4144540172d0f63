import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { Icon } from '@/components/ui/icons';
import { leadOf, reasonsOf, tiesOf } from '@/lib/voting/results/reasons/rules';
import type { Lead, Reason } from '@/lib/voting/results/reasons/types';
import type { PollResult, PollRule } from '@/lib/voting/types';
import { contentLang } from './poll-facts';
import { amountIn, inEuros, listed, type ResultWords } from './poll-result-words';

type ReasonsProps = { locale: string; rule: PollRule; result: PollResult };

/** For each option one sentence: what decided, and by how much it was missed. */
export async function PollResultReasons({ locale, rule, result }: ReasonsProps) {
  const t = await getTranslations({ locale, namespace: 'voting-result' });
  const reasons = reasonsOf(rule, result);
  const ties = tiesOf(rule, result);
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
      {ties.length > 0 ? (
        <div className="prose">
          <h4>{t('tie.title')}</h4>
          {ties.map(({ between, by }) => (
            <p key={`${by}-${between.join()}`}>
              {/* messages: voting-result.tie.shared voting-result.tie.earlier-round voting-result.tie.lot */}
              {t(`tie.${by === 'id' ? 'lot' : by}`, { what: inLot(rule, between, locale) })}
            </p>
          ))}
        </div>
      ) : null}
    </Section>
  );
}

function markOf(t: ResultWords, { won }: Reason, { key }: Lead): string {
  if (!won) return t('lostMark');
  return key === 'noQuorum' || key === 'tied' ? t('aheadMark') : t('wonMark');
}

/** Equal ones in the order of the lot, which is the order in which it decides. */
function inLot(rule: PollRule, ids: readonly string[], locale: string): string {
  const options = [...rule.options].sort((a, b) => a.lot - b.lot);
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
