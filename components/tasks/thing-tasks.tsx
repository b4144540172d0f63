import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { localized } from '@/lib/core/paths';
import { tasksPaths } from '@/lib/tasks/paths';
import type { TaskLine } from '@/lib/tasks/types';
import { TaskTable } from './task-table';

interface NewTaskLinkProps {
  locale: string;
  kind: string;
  id: string;
  /** Read out behind it where a page has several. */
  about?: string | undefined;
}

/** One click to a new task with what it is about filled in. */
export async function NewTaskLink({ locale, kind, id, about }: NewTaskLinkProps) {
  const t = await getTranslations({ locale, namespace: 'tasks.of' });
  return (
    <p className={about === undefined ? undefined : 'small'}>
      <a href={localized(locale, tasksPaths.teamTaskNewNext(kind, id))}>
        {t('new')}
        {about === undefined ? null : <VisuallyHidden>: {about}</VisuallyHidden>}
      </a>
    </p>
  );
}

interface StepTaskLinkProps {
  locale: string;
  kind: string;
  id: string;
  /** What was agreed last; without it there is nothing to make a task of. */
  step: string;
}

/** What was agreed last, and one click to a task with its words filled in. */
export async function StepTaskLink({ locale, kind, id, step }: StepTaskLinkProps) {
  const t = await getTranslations({ locale, namespace: 'tasks.of' });
  if (step === '') return null;
  return (
    <p className="mt-4 wrap-anywhere">
      {t('agreed', { step })}{' '}
      <a href={localized(locale, tasksPaths.teamTaskNewFromStep(kind, id))}>{t('fromStep')}</a>
    </p>
  );
}

interface ThingTasksProps {
  locale: string;
  tasks: readonly TaskLine[];
  /** What a new one is about. */
  kind: string;
  id: string;
}

/** What the office has to do for one thing, on its page; a new task begins with it filled in. */
export async function ThingTasks({ locale, tasks, kind, id }: ThingTasksProps) {
  const t = await getTranslations({ locale, namespace: 'tasks.of' });
  return (
    <Section title={t('title')} id="tasks">
      <TaskTable {...{ locale, tasks, withThing: false }} caption={t('title')} empty={t('none')} />
      <NewTaskLink {...{ locale, kind, id }} />
    </Section>
  );
}
