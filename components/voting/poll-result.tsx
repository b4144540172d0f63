import { getTranslations } from 'next-intl/server';
import { Prose, Section } from '@/components/layout/section';
import { BarChart } from '@/components/ui/bar-chart';
import { Notice } from '@/components/ui/notice';
import { labelsOf } from '@/lib/voting/rules';
import type { PollResult, PollRule } from '@/lib/voting/types';
import { contentLang } from './poll-facts';

type PollResultProps = { locale: string; rule: PollRule; result: PollResult };

/** What came out, in one sentence, in a chart with its table, and who has to decide now. */
export async function PollResultSection({ locale, rule, result }: PollResultProps) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const labels = labelsOf(rule, result.winners);
  const top = Math.max(0, ...result.counts.map((count) => count.votes));
  return (
    <Section title={t('result.title')} id="ergebnis">
      <p className="lead">
        <Outcome locale={locale} labels={labels} top={top} ballots={result.ballots} />
      </p>
      {labels.length > 0 ? (
        <Notice tone="good" title={t('result.recommended', { who: rule.decidedBy })}>
          <p lang={contentLang(locale)}>
            <strong>{listed(labels, locale)}</strong>
          </p>
          <p>{t('result.recommendationOnly')}</p>
        </Notice>
      ) : null}
      <BarChart
        caption={t('result.caption')}
        head={{ label: t('result.optionHead'), value: t('result.votesHead') }}
        max={Math.max(1, result.ballots)}
        items={rule.options.map((option) => {
          const votes = result.counts.find((count) => count.optionId === option.id)?.votes ?? 0;
          return {
            id: option.id,
            label: option.label,
            value: votes,
            text: t('result.votes', { votes }),
            strong: result.winners.includes(option.id),
          };
        })}
      />
      <Prose>
        <p>{t('result.turnout', { ballots: result.ballots, rights: result.usedRights })}</p>
        {result.abstentions > 0 ? (
          <p>{t('result.abstentions', { abstentions: result.abstentions })}</p>
        ) : null}
        {rule.maxChoices > 1 ? <p>{t('result.severalChoices', { max: rule.maxChoices })}</p> : null}
      </Prose>
    </Section>
  );
}

type OutcomeProps = { locale: string; labels: string[]; top: number; ballots: number };

async function Outcome({ locale, labels, top, ballots }: OutcomeProps) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  if (ballots === 0) return t('result.nobody');
  if (labels.length === 0) return t('result.onlyAbstentions');
  const what = listed(labels, locale);
  return labels.length === 1
    ? t('result.leader', { what, votes: top, ballots })
    : t('result.tied', { what, votes: top });
}

const listed = (labels: string[], locale: string) =>
  new Intl.ListFormat(locale === 'en' ? 'en' : 'de').format(labels.map((label) => `„${label}“`));
