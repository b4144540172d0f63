import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { tasksPaths } from '@/lib/tasks/paths';
import type { KeptTask } from '@/lib/tasks/types';
import { TaskStateLabel } from './task-table';
import { WhoText } from './who';

type Say = (key: string) => string;

interface KeptTableProps {
  locale: string;
  caption: string;
  tasks: readonly KeptTask[];
}

/** What somebody was asked to do and is ticked off elsewhere. */
export async function KeptTable({ locale, caption, tasks }: KeptTableProps) {
  const t = await getTranslations({ locale, namespace: 'tasks' });
  // messages: *.taskThing forum-tasks.thing.*
  const say = (await getTranslations({ locale })) as unknown as Say;
  const nameOf = ({ label, kind, number }: KeptTask['thing']) => {
    const word = label ? say(label) : kind;
    return number === null ? word : t('thing.numbered', { kind: word, number });
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'what', label: t('list.what'), rowHeader: true },
        { key: 'who', label: t('list.who') },
        { key: 'due', label: t('list.due') },
        { key: 'thing', label: t('list.thing') },
        { key: 'state', label: t('list.state') },
      ]}
      rows={tasks.map(({ id, text, assignee, who, dueOn, isOverdue, thing }) => ({
        id,
        cells: {
          what: text,
          who: (
            <>
              <span className="block">{assignee}</span>
              {who ? (
                <span className="block">
                  {t('kept.ours')} <WhoText locale={locale} who={who} />
                </span>
              ) : null}
              <a href={localized(locale, tasksPaths.teamKept(id))}>
                {t(who ? 'kept.change' : 'kept.give')}
                <span className="sr-only">: {text}</span>
              </a>
            </>
          ),
          due: dueOn ? longDay(dayColumn(dueOn), locale) : t('list.noDue'),
          thing: <a href={localized(locale, thing.path)}>{nameOf(thing)}</a>,
          state: <TaskStateLabel {...{ locale, isOverdue }} state="OPEN" />,
        },
      }))}
    />
  );
}
