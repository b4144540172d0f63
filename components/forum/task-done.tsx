import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextArea } from '@/components/form/text-area';
import { whoSees } from '@/components/form/who-sees';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import type { TaskInOffice } from '@/lib/forum/sessions/types';

type TaskDoneProps = {
  locale: string;
  /** Of the session. */
  number: number;
  task: TaskInOffice;
  /** The one form of the page that is open; while there is one, nothing else is pressed. */
  open: string;
  action: FormAction;
  dropAction: FormAction;
};

/** The name of the form in which it is said why nobody goes on with a task. */
export const dropping = (id: string) => `drop ${id}`;

const seenOf = (number: number, { id, version }: TaskInOffice) => ({
  ...{ session: String(number), id },
  version: String(version),
});

/** Whether a task is done or dropped, with the buttons that say so. */
export async function TaskDone(props: TaskDoneProps) {
  const { locale, number, task, open, action } = props;
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const tasks = await getTranslations({ locale, namespace: 'forum-tasks' });
  const isOpen = !task.done && task.dropReason === '';
  return (
    <>
      {task.audience === 'PUBLIC' ? null : <p className="small soft">{t('result.taskHidden')}</p>}
      {open === dropping(task.id) ? <DropForm {...props} /> : null}
      {open ? null : (
        <Form
          locale={locale}
          action={action}
          submitLabel={
            <Of task={task}>{t(isOpen ? 'result.doneButton' : 'result.reopenButton')}</Of>
          }
          submitVariant="secondary"
          warnOnLeave={false}
          secondary={
            isOpen ? (
              <a href={localized(locale, forumPaths.teamForumResultDrop(number, task.id))}>
                <Of task={task}>{tasks('drop.open')}</Of>
              </a>
            ) : null
          }
        >
          <HiddenFields values={{ ...seenOf(number, task), done: isOpen ? 'yes' : '' }} />
        </Form>
      )}
    </>
  );
}

/** Read out by itself a button or a link says which task it is of. */
const Of = ({ task, children }: { task: TaskInOffice; children: string }) => (
  <>
    {children}
    <VisuallyHidden> – {task.text}</VisuallyHidden>
  </>
);

async function DropForm({ locale, number, task, dropAction }: TaskDoneProps) {
  const t = await getTranslations({ locale, namespace: 'forum-tasks' });
  const seen = (await whoSees(locale))[task.audience];
  return (
    <Form
      locale={locale}
      action={dropAction}
      submitLabel={<Of task={task}>{t('drop.submit')}</Of>}
      secondary={
        <a href={localized(locale, forumPaths.teamForumResult(number))}>{t('drop.back')}</a>
      }
    >
      <HiddenFields values={seenOf(number, task)} />
      <TextArea
        id={`reason-${task.id}`}
        name="reason"
        minLength={5}
        label={t('drop.reason')}
        hint={t('drop.hint')}
        whoSees={seen}
        rows={3}
        required
      />
    </Form>
  );
}
