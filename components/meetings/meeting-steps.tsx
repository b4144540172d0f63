import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextArea } from '@/components/form/text-area';
import { Section } from '@/components/layout/section';
import type { FormAction } from '@/lib/core/form-state';
import { SUMMARY_MAX, TOPICS_MAX } from '@/lib/meetings/rules';
import type { MeetingCase } from '@/lib/meetings/types';

interface MeetingStepsProps {
  locale: string;
  meeting: MeetingCase;
  actions: { move: FormAction; evaluate: FormAction };
}

/** What can be done with a meeting now, each by one button. */
export async function MeetingSteps({ locale, meeting, actions }: MeetingStepsProps) {
  // messages: meetings.step.*
  const t = await getTranslations({ locale, namespace: 'meetings' });
  const { id, version, steps, canEvaluate } = meeting;
  return (
    <>
      {canEvaluate ? <Evaluation {...{ locale, meeting }} action={actions.evaluate} /> : null}
      {steps.length > 0 ? (
        <Section title={t('case.steps')}>
          <div className="cluster">
            {steps.map((step) => (
              <Form
                key={step}
                locale={locale}
                action={actions.move}
                submitLabel={t(`step.${step}`)}
                submitVariant={step === 'attend' ? 'primary' : 'secondary'}
                warnOnLeave={false}
              >
                <HiddenFields values={{ id, version: String(version), step }} />
              </Form>
            ))}
          </div>
        </Section>
      ) : null}
    </>
  );
}

interface EvaluationProps {
  locale: string;
  meeting: MeetingCase;
  action: FormAction;
}

/** What it brought: for the office, and in other words for everybody, once that is released. */
async function Evaluation({ locale, meeting, action }: EvaluationProps) {
  const t = await getTranslations({ locale, namespace: 'meetings' });
  const { id, version, topics, publicSummary, released } = meeting;
  return (
    <Section title={t('case.evaluate')} id="evaluate">
      <Form locale={locale} action={action} submitLabel={t('case.evaluateSubmit')}>
        <HiddenFields values={{ id, version: String(version) }} />
        <TextArea
          name="topics"
          label={t('field.topics')}
          whoSees={{ audience: 'INTERNAL', text: t('field.seen') }}
          rows={4}
          maxLength={TOPICS_MAX}
          defaultValue={topics}
        />
        <TextArea
          name="publicSummary"
          label={t('field.publicSummary')}
          hint={t('field.publicSummaryHint')}
          whoSees={{ audience: 'PUBLIC', text: t('field.publicSummarySeen') }}
          rows={4}
          maxLength={SUMMARY_MAX}
          defaultValue={publicSummary}
        />
        <Checkbox
          name="released"
          label={t('field.released')}
          hint={t('field.releasedHint')}
          defaultChecked={released}
        />
      </Form>
    </Section>
  );
}
