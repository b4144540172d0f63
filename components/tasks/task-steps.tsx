import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { Section } from '@/components/layout/section';
import type { FormAction } from '@/lib/core/form-state';
import { NO_WORDS, REASON_MAX } from '@/lib/tasks/rules';
import type { TaskCase } from '@/lib/tasks/types';

interface TaskStepsProps {
  locale: string;
  task: Pick<TaskCase, 'id' | 'version' | 'steps' | 'canDrop' | 'text'>;
  /** Who reads why it is dropped; the office where left out. */
  seen?: string | undefined;
  actions: { move: FormAction; drop: FormAction };
}

/** What can be done with a task now, each by one button; dropping it says why. */
export async function TaskSteps({ locale, task, actions, seen }: TaskStepsProps) {
  // messages: tasks.step.*
  const t = await getTranslations({ locale, namespace: 'tasks' });
  const { id, version, steps, canDrop, text } = task;
  // What is dropped because its words went needs no words either.
  const isEmptied = text === '';
  const named = { id, version: String(version) };
  return (
    <>
      <Section title={t('case.steps')}>
        {steps.length === 0 ? <p>{t('case.over')}</p> : null}
        <div className="cluster">
          {steps.map((step) => (
            <Form
              key={step}
              locale={locale}
              action={actions.move}
              submitLabel={t(`step.${step}`)}
              submitVariant={step === 'finish' ? 'primary' : 'secondary'}
              warnOnLeave={false}
            >
              <HiddenFields values={{ ...named, step }} />
            </Form>
          ))}
        </div>
      </Section>
      {canDrop ? (
        <Section title={t('case.drop')} intro={<p>{t('case.dropText')}</p>}>
          <Form
            locale={locale}
            action={actions.drop}
            submitLabel={t('case.drop')}
            submitVariant="danger"
            warnOnLeave={false}
          >
            <HiddenFields values={isEmptied ? { ...named, reason: NO_WORDS } : named} />
            {isEmptied ? null : (
              <TextField
                name="reason"
                label={t('field.reason')}
                whoSees={{ audience: 'INTERNAL', text: seen ?? t('field.seen') }}
                required
                maxLength={REASON_MAX}
              />
            )}
          </Form>
        </Section>
      ) : null}
    </>
  );
}
