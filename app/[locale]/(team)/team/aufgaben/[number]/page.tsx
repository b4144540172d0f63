import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { TaskSteps } from '@/components/tasks/task-steps';
import { TaskStateLabel } from '@/components/tasks/task-table';
import { ThingText } from '@/components/tasks/thing';
import { WhoText } from '@/components/tasks/who';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { dayColumn } from '@/lib/core/day.mjs';
import { AppError } from '@/lib/core/errors';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { longDateTime, longDay } from '@/lib/i18n/dates';
import { tasksPaths } from '@/lib/tasks/paths';
import { getTask } from '@/lib/tasks/queries';
import type { TaskCase } from '@/lib/tasks/types';
import { dropTaskAction, moveTaskAction } from '../actions';

interface Props {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const SAVED = ['added', 'changed', 'start', 'putBack', 'finish', 'undo', 'dropped'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  return pageTitle(locale, 'tasks.case.numbered', { number: number.slice(0, 9) });
}

/** One task: what, who, until when, and what becomes of it. */
export default async function TeamTaskPage({ params, searchParams }: Props) {
  const { locale, number } = await params;
  const { saved } = await believed(searchParams);
  const path = tasksPaths.teamTask(Number(number));
  const task = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    if (!/^[1-9]\d{0,8}$/.test(number)) throw new AppError('NOT_FOUND');
    return getTask(actor, Number(number));
  });
  const t = await getTranslations({ locale, namespace: 'tasks' });
  const done = SAVED.find((one) => one === saved);
  const isEmptied = task.text === '';
  return (
    <TeamShell holdsText locale={locale} path={path} current="tasks">
      <PageHeader
        back={{ href: localized(locale, tasksPaths.teamTasks()), label: t('case.back') }}
        overline={t('case.numbered', { number: task.number })}
        title={isEmptied ? t('thing.emptied', { number: task.number }) : task.text}
        state={<TaskStateLabel {...{ locale, ...task }} />}
        actions={
          task.canChange && !isEmptied ? (
            <a href={localized(locale, tasksPaths.teamTaskChange(task.number))}>
              {t('case.change')}
            </a>
          ) : undefined
        }
      />
      {done ? (
        <Notice tone="good" role="status">
          {/* messages: tasks.saved.* */}
          <p>{t(`saved.${done}`)}</p>
        </Notice>
      ) : null}
      {isEmptied ? (
        <Notice tone="info">
          <p>{t('case.emptied')}</p>
        </Notice>
      ) : null}
      <About locale={locale} task={task} />
      <TaskSteps {...{ locale, task }} actions={{ move: moveTaskAction, drop: dropTaskAction }} />
    </TeamShell>
  );
}

async function About({ locale, task }: { locale: string; task: TaskCase }) {
  const t = await getTranslations({ locale, namespace: 'tasks' });
  const { who, dueOn, thing, reason, closedAt } = task;
  return (
    <Section title={t('case.about')}>
      <SummaryList
        rows={[
          { label: t('list.who'), value: <WhoText locale={locale} who={who} /> },
          {
            label: t('list.due'),
            value: dueOn ? longDay(dayColumn(dueOn), locale) : t('list.noDue'),
          },
          ...(thing
            ? [{ label: t('list.thing'), value: <ThingText locale={locale} thing={thing} /> }]
            : []),
          ...(closedAt
            ? [{ label: t('case.closedAt'), value: longDateTime(closedAt, locale) }]
            : []),
          ...(reason ? [{ label: t('case.reason'), value: <Prose>{reason}</Prose> }] : []),
        ]}
      />
    </Section>
  );
}
