import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import type { FormAction } from '@/lib/core/form-state';
import type { TaskInOffice } from '@/lib/forum/sessions/types';

type TaskDoneProps = {
  locale: string;
  /** Of the session; without it nothing is pressed. */
  number: number | undefined;
  task: TaskInOffice;
  action: FormAction;
};

/** Whether a task is done, with the button that says so. */
export async function TaskDone({ locale, number, task, action }: TaskDoneProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not be around a form
    <div role="group" aria-label={task.text}>
      {task.audience === 'PUBLIC' ? null : <p className="small soft">{t('result.taskHidden')}</p>}
      {number === undefined ? null : (
        <Form
          locale={locale}
          action={action}
          submitLabel={task.done ? t('result.reopenButton') : t('result.doneButton')}
          submitVariant="secondary"
          warnOnLeave={false}
        >
          <HiddenFields
            values={{ session: String(number), id: task.id, done: task.done ? '' : 'yes' }}
          />
        </Form>
      )}
    </div>
  );
}
