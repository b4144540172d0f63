import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { titledAs } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { TaskSteps } from '@/components/tasks/task-steps';
import { TaskStateLabel } from '@/components/tasks/task-table';
import { WhoText } from '@/components/tasks/who';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { dayColumn } from '@/lib/core/day.mjs';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { longDateTime, longDay } from '@/lib/i18n/dates';
import { getDeskTask } from '@/lib/tasks/desk/queries';
import { tasksPaths } from '@/lib/tasks/paths';
import type { DeskCase } from '@/lib/tasks/types';
import {
  dropGivenTaskAction,
  dropOwnTaskAction,
  moveGivenTaskAction,
  moveOwnTaskAction,
} from '../actions';

interface Props {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const SAVED = ['added', 'changed', 'start', 'putBack', 'finish', 'undo', 'dropped'] as const;

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { locale, id } = await params;
  const read = async () => (await getDeskTask(await requireCounsellor(), id)).text;
  return titledAs(locale, read, 'tasks-desk.title');
}

/** One task of whoever counsels: until when, and what becomes of it. */
export default async function DeskTaskPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const { saved } = await believed(searchParams);
  const path = tasksPaths.deskTask(id);
  const task = await guarded(locale, path, async () => getDeskTask(await requireCounsellor(), id));
  const t = await getTranslations({ locale, namespace: 'tasks' });
  const desk = await getTranslations({ locale, namespace: 'tasks-desk' });
  const done = SAVED.find((one) => one === saved);
  const actions = task.isGiven
    ? { move: moveGivenTaskAction, drop: dropGivenTaskAction }
    : { move: moveOwnTaskAction, drop: dropOwnTaskAction };
  const ofOnesOwn = task.canChange ? desk('seen') : desk('seenFor');
  const seen = task.isGiven ? desk('seenGiven') : ofOnesOwn;
  return (
    <CounsellingShell holdsText locale={locale} path={path}>
      <PageHeader
        back={{ href: localized(locale, tasksPaths.deskTasks()), label: desk('title') }}
        title={task.text}
        state={<TaskStateLabel {...{ locale, ...task }} />}
        actions={
          task.canChange ? (
            <a href={localized(locale, tasksPaths.deskTaskChange(id))}>{t('case.change')}</a>
          ) : undefined
        }
      />
      {done ? (
        <Notice tone="good" role="status">
          {/* messages: tasks.saved.* */}
          <p>{t(`saved.${done}`)}</p>
        </Notice>
      ) : null}
      <About locale={locale} task={task} />
      <TaskSteps {...{ locale, task, actions, seen }} />
    </CounsellingShell>
  );
}

async function About({ locale, task }: { locale: string; task: DeskCase }) {
  const t = await getTranslations({ locale, namespace: 'tasks' });
  const desk = await getTranslations({ locale, namespace: 'tasks-desk' });
  const { who, dueOn, reason, closedAt, isGiven } = task;
  return (
    <Section title={t('case.about')}>
      <SummaryList
        rows={[
          { label: desk('from'), value: desk(isGiven ? 'given' : 'own') },
          { label: t('list.who'), value: <WhoText locale={locale} who={who} /> },
          {
            label: t('list.due'),
            value: dueOn ? longDay(dayColumn(dueOn), locale) : t('list.noDue'),
          },
          ...(closedAt
            ? [{ label: t('case.closedAt'), value: longDateTime(closedAt, locale) }]
            : []),
          ...(reason ? [{ label: t('case.reason'), value: <Prose>{reason}</Prose> }] : []),
        ]}
      />
    </Section>
  );
}
