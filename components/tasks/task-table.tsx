import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { StateLabel, type StateTone } from '@/components/ui/state-label';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { tasksPaths } from '@/lib/tasks/paths';
import type { TaskLine, TaskState } from '@/lib/tasks/types';
import { ThingText } from './thing';
import { WhoText } from './who';

const TONES: Record<TaskState, StateTone> = {
  OPEN: 'neutral',
  IN_PROGRESS: 'waiting',
  DONE: 'good',
  DROPPED: 'neutral',
};

interface StateProps {
  locale: string;
  state: TaskState;
  isOverdue: boolean;
}

/** Where a task stands; that it is overdue is said first. */
export async function TaskStateLabel({ locale, state, isOverdue }: StateProps) {
  // messages: tasks.state.*
  const t = await getTranslations({ locale, namespace: 'tasks.state' });
  if (isOverdue) return <StateLabel tone="late">{t('overdue')}</StateLabel>;
  return <StateLabel tone={TONES[state]}>{t(state)}</StateLabel>;
}

interface TaskTableProps {
  locale: string;
  caption: string;
  tasks: readonly TaskLine[];
  /** On the page of the thing itself nobody needs to be told which it is. */
  withThing?: boolean | undefined;
  empty: string;
}

/** What is to be done, by whom and until when. */
export async function TaskTable(props: TaskTableProps) {
  const { locale, caption, tasks, withThing = true, empty } = props;
  const t = await getTranslations({ locale, namespace: 'tasks' });
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'what', label: t('list.what'), rowHeader: true },
        { key: 'who', label: t('list.who') },
        { key: 'due', label: t('list.due') },
        ...(withThing ? [{ key: 'thing', label: t('list.thing') }] : []),
        { key: 'state', label: t('list.state') },
      ]}
      rows={tasks.map((task) => ({
        id: task.id,
        cells: {
          what: (
            <a href={localized(locale, tasksPaths.teamTask(task.number))}>
              {task.text || t('thing.emptied', { number: task.number })}
            </a>
          ),
          who: <WhoText locale={locale} who={task.who} />,
          due: task.dueOn ? longDay(dayColumn(task.dueOn), locale) : t('list.noDue'),
          thing: task.thing ? <ThingText locale={locale} thing={task.thing} /> : '–',
          state: <TaskStateLabel {...{ locale, ...task }} />,
        },
      }))}
      empty={<p>{empty}</p>}
    />
  );
}
