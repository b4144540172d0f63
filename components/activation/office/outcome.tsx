import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { SummaryList } from '@/components/ui/summary-list';
import type { FormatCase } from '@/lib/activation/formats/types';
import { tookPlace } from '@/lib/activation/rules';
import { longDate } from '@/lib/i18n/dates';
import { TrialTotals } from './totals';

interface OutcomeProps {
  locale: string;
  format: FormatCase;
}

const text = (words: string) => <p className="whitespace-pre-line wrap-anywhere">{words}</p>;

/** What was settled about it, when, by whom and why. */
export async function DecisionPart({ locale, format }: OutcomeProps) {
  const t = await getTranslations({ locale, namespace: 'activation-formats.case' });
  // messages: activation.state.* activation.party.*
  const named = await getTranslations({ locale, namespace: 'activation' });
  const { state, reason, decidedAt, decidedBy } = format;
  if (!decidedAt || !decidedBy) return null;
  const date = longDate(decidedAt, locale);
  return (
    <Section title={t('decision')}>
      <p>
        {t('decidedOn', {
          ...{ state: named(`state.${state}`), date, party: named(`party.${decidedBy}`) },
        })}
      </p>
      {reason ? text(reason) : null}
    </Section>
  );
}

/** What the trials came to, and what somebody says about it. */
export async function EvaluationPart({ locale, format }: OutcomeProps) {
  const t = await getTranslations({ locale, namespace: 'activation-evaluation' });
  const title = (await getTranslations({ locale, namespace: 'activation-formats.case' }))(
    'evaluation',
  );
  const { evaluation, trials } = format;
  if (!trials.some(tookPlace)) return null;
  return (
    <Section title={title}>
      <TrialTotals locale={locale} trials={trials} />
      {evaluation ? (
        <SummaryList
          rows={[
            // messages: activation-evaluation.goal.*
            { label: t('field.goalReached'), value: t(`goal.${evaluation.goalReached}`) },
            { label: t('field.whatWorked'), value: text(evaluation.whatWorked) },
            { label: t('field.whatToChange'), value: text(evaluation.whatToChange) },
            { label: t('field.evaluatedAt'), value: longDate(evaluation.evaluatedAt, locale) },
          ]}
        />
      ) : null}
    </Section>
  );
}

/** The words everybody reads of it, as long as they stand on the public page. */
export async function PublicPart({ locale, format }: OutcomeProps) {
  const t = await getTranslations({ locale, namespace: 'activation-formats' });
  const { published, publicName, publicText, publicLearnt } = format;
  if (!published) return null;
  return (
    <Section title={t('case.public')}>
      <SummaryList
        rows={[
          { label: t('field.publicName'), value: publicName },
          { label: t('field.publicText'), value: text(publicText) },
          ...(publicLearnt ? [{ label: t('field.publicLearnt'), value: text(publicLearnt) }] : []),
        ]}
      />
    </Section>
  );
}
