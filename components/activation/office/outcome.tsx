import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Section } from '@/components/layout/section';
import { SummaryList } from '@/components/ui/summary-list';
import { stateToGoBackTo, TAKE_BACK_HOURS } from '@/lib/activation/evaluation/rules';
import type { FormatCase } from '@/lib/activation/formats/types';
import { tookPlace } from '@/lib/activation/rules';
import { now } from '@/lib/core/clock';
import type { FormAction } from '@/lib/core/form-state';
import { longDate } from '@/lib/i18n/dates';
import { TrialTotals } from './totals';

interface OutcomeProps {
  locale: string;
  format: FormatCase;
}

const text = (words: string) => <p className="whitespace-pre-line wrap-anywhere">{words}</p>;

/** What was settled about it, when, by whom and why; for a day it can be taken back. */
export async function DecisionPart({
  locale,
  format,
  takeBack,
}: OutcomeProps & { takeBack: FormAction }) {
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
      {stateToGoBackTo(format, now()) ? (
        <Form
          locale={locale}
          action={takeBack}
          submitLabel={t('takeBack')}
          submitVariant="secondary"
          warnOnLeave={false}
        >
          <HiddenFields values={{ id: format.id, version: String(format.version) }} />
          <p>
            {t(state === 'ADJUSTED' ? 'takeBackNext' : 'takeBackText', { hours: TAKE_BACK_HOURS })}
          </p>
        </Form>
      ) : null}
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
