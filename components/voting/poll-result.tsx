import { getTranslations } from 'next-intl/server';
import { Prose, Section } from '@/components/layout/section';
import { Notice } from '@/components/ui/notice';
import { contentLang } from '@/lib/core/paths';
import { leadOf } from '@/lib/elections/explained/reasons';
import type { Lead } from '@/lib/elections/explained/types';
import { OUTCOME_FROM, SMALLEST_GROUP } from '@/lib/elections/results/shown';
import type { ShownResult } from '@/lib/elections/results/types';
import { euros } from '@/lib/i18n/money';
import { labelsOf } from '@/lib/voting/rules';
import type { PollRule } from '@/lib/voting/types';
import { PollResultBudget } from './poll-result-budget';
import { PollResultChart } from './poll-result-charts';
import { PollResultReasons } from './poll-result-reasons';
import { PollResultTurnout } from './poll-result-turnout';
import { listed, type ResultWords, written } from './poll-result-words';

type PollResultProps = { locale: string; rule: PollRule; result: ShownResult };

/** What came out and why, in sentences, drawings and tables, and who has to decide now. */
export async function PollResultSection({ locale, rule, result }: PollResultProps) {
  const t = await getTranslations({ locale, namespace: 'voting-result' });
  const lead = leadOf(rule, result);
  return (
    <Section title={t('title')} id="ergebnis">
      <p className="lead">{leadSentence(t, { locale, rule, lead })}</p>
      <Recommendation t={t} locale={locale} rule={rule} lead={lead} />
      {result.shows === 'all' ? null : (
        <Notice tone="info">{t('few', { from: SMALLEST_GROUP, outcome: OUTCOME_FROM })}</Notice>
      )}
      {result.shows === 'all' && result.winners.length > 0 ? (
        <>
          <PollResultReasons locale={locale} rule={rule} result={result} />
          <PollResultChart locale={locale} rule={rule} result={result} />
          <PollResultBudget locale={locale} rule={rule} result={result} />
        </>
      ) : null}
      <PollResultTurnout locale={locale} result={result} />
    </Section>
  );
}

function leadSentence(
  t: ResultWords,
  { locale, rule, lead }: { locale: string; rule: PollRule; lead: Lead },
): string {
  switch (lead.key) {
    case 'nobody':
    case 'spoiled':
    case 'abstained':
    case 'onlyWithdrawn':
    case 'nothingFits':
    case 'tooFew':
    case 'fewNone':
      // messages: voting-result.lead.*
      return t(`lead.${lead.key}`);
    case 'yes':
    case 'no':
      return comparedSentence(t, { locale, rule, lead });
    case 'noQuorum':
    case 'fewQuorum':
      return t(`lead.${lead.key}`, { ballots: lead.ballots, quorum: lead.quorum });
    case 'projects':
      return t('lead.projects', {
        count: lead.options.length,
        cost: euros(lead.cost, locale),
        left: euros(lead.left, locale),
      });
    default:
      return t(`lead.${lead.key}`, { what: listed(rule, lead.options, locale) });
  }
}

type Compared = { locale: string; rule: PollRule; lead: Extract<Lead, { key: 'yes' | 'no' }> };

/** Which of the two has more votes, and how many where that is told. */
function comparedSentence(t: ResultWords, { locale, rule, lead }: Compared): string {
  const what = listed(rule, lead.options, locale);
  const other = listed(rule, [lead.other], locale);
  if (!lead.votes) return t('lead.more', { what, other });
  const [own, against] = lead.votes.map((votes) => written(votes, locale));
  return t(`lead.${lead.key}`, { what, other, own: own ?? '', against: against ?? '' });
}

type RecommendationProps = { t: ResultWords; locale: string; rule: PollRule; lead: Lead };

/** Only what won on its own is recommended: not below the quorum, and not when several are level. */
function Recommendation({ t, locale, rule, lead }: RecommendationProps) {
  if (!('options' in lead) || lead.key === 'tied') return null;
  const who = rule.decidedBy;
  if (lead.key === 'no') {
    return (
      <Notice tone="info" title={t('notRecommended', { who })} level={3}>
        <p>{t('recommendationOnly')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" title={t('recommended', { who })} level={3}>
      <Recommended locale={locale} rule={rule} lead={lead} />
      <p>{t('recommendationOnly')}</p>
    </Notice>
  );
}

/** One in a line, several below each other. */
function Recommended({ locale, rule, lead }: Omit<RecommendationProps, 't'>) {
  if (!('options' in lead)) return null;
  const labels = labelsOf(rule, lead.options);
  if (lead.key === 'yes' || labels.length < 2) {
    return (
      <p lang={contentLang(locale)}>
        <strong>{lead.key === 'yes' ? rule.question : listed(rule, lead.options, locale)}</strong>
      </p>
    );
  }
  return (
    <Prose lang={contentLang(locale)}>
      <ul>
        {labels.map((label) => (
          <li key={label}>
            <strong>{label}</strong>
          </li>
        ))}
      </ul>
    </Prose>
  );
}
