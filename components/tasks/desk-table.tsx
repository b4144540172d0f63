import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/ui/data-table';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { tasksPaths } from '@/lib/tasks/paths';
import type { DeskTask } from '@/lib/tasks/types';
import { TaskStateLabel } from './task-table';
import { WhoText } from './who';

interface DeskTaskTableProps {
  locale: string;
  caption: string;
  tasks: readonly DeskTask[];
  empty: ReactNode;
}

/** What whoever counsels has to do, and from whom they have it. */
export async function DeskTaskTable({ locale, caption, tasks, empty }: DeskTaskTableProps) {
  const t = await getTranslations({ locale, namespace: 'tasks.list' });
  const desk = await getTranslations({ locale, namespace: 'tasks-desk' });
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'what', label: t('what'), rowHeader: true },
        { key: 'who', label: t('who') },
        { key: 'due', label: t('due') },
        { key: 'from', label: desk('from') },
        { key: 'state', label: t('state') },
      ]}
      rows={tasks.map((task) => ({
        id: task.id,
        cells: {
          what: <a href={localized(locale, tasksPaths.deskTask(task.id))}>{task.text}</a>,
          who: <WhoText locale={locale} who={task.who} />,
          due: task.dueOn ? longDay(dayColumn(task.dueOn), locale) : t('noDue'),
          from: desk(task.isGiven ? 'given' : 'own'),
          state: <TaskStateLabel {...{ locale, ...task }} />,
        },
      }))}
      empty={empty}
    />
  );
}
