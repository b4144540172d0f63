import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { EarlierWords } from '@/components/audit/corrections';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { CorrectDecision, CorrectTask } from '@/components/forum/correcting';
import { OfficeTabs } from '@/components/forum/office-tabs';
import { DecisionList, TaskOverview } from '@/components/forum/outcome';
import { DecisionFields, TaskFields } from '@/components/forum/result-fields';
import { ResultOpener } from '@/components/forum/result-opener';
import { dropping, TaskDone } from '@/components/forum/task-done';
import { TurnoutPart } from '@/components/forum/turnout-part';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { NewTaskLink, ThingTasks } from '@/components/tasks/thing-tasks';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { listEarlier } from '@/lib/audit/corrections/queries';
import type { EarlierVersion } from '@/lib/audit/corrections/types';
import { now } from '@/lib/core/clock';
import { believed } from '@/lib/core/page-cache';
import { contentLang, numberInPath } from '@/lib/core/paths';
import { listDecisions, listTasksInOffice } from '@/lib/forum/decisions/queries';
import { ADDED } from '@/lib/forum/decisions/rules';
import { areMinutesPublic } from '@/lib/forum/minutes/rules';
import { forumPaths } from '@/lib/forum/paths';
import { getSessionInOffice } from '@/lib/forum/planning/queries';
import { isCalledOff, signUpStatus } from '@/lib/forum/sessions/rules';
import type { DecisionEntry, SessionHead, TaskInOffice } from '@/lib/forum/sessions/types';
import { listTasksOf } from '@/lib/tasks/queries';
import type { TaskLine } from '@/lib/tasks/types';
import {
  addDecisionAction,
  addTaskAction,
  correctDecisionAction,
  correctTaskAction,
  correctTurnoutAction,
  dropTaskAction,
  setTaskDoneAction,
  setTurnoutAction,
} from './actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<Partial<Record<'correct' | 'add' | 'drop', string | string[]>>>;
};

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return pageTitle((await params).locale, 'forum-office.tab.result');
}

/** One form at a time: what is typed into one would be lost with the answer to another. First come the numbers. */
function openedBy(
  { correct, add, drop }: Awaited<Props['searchParams']>,
  isCounted: boolean,
  /** Of what can be corrected: to anything else no other form gives way. */
  ids: readonly string[],
): string {
  const corrected = ids.find((id) => id === String(correct));
  if (corrected) return corrected;
  const dropped = ids.find((id) => id === String(drop));
  if (dropped) return dropping(dropped);
  return ADDED.find((one) => one === add) ?? (isCounted ? '' : 'turnout');
}

export default async function ResultPage({ params, searchParams }: Props) {
  const { locale, number: segment } = await params;
  const number = numberInPath(segment);
  const path = forumPaths.teamForumResult(number);
  const asked = await believed(searchParams);
  const outcome = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const session = await getSessionInOffice(actor, number);
    const decisions = await listDecisions(session.id);
    const tasks = await listTasksInOffice(actor, session.id);
    const ids = [...decisions, ...tasks].map(({ id }) => id);
    const earlier = await listEarlier(actor, [session.id, ...ids]);
    const open = openedBy(asked, session.attended !== null, ids);
    const ofOffice = await listTasksOf(actor, [session.id, ...decisions.map(({ id }) => id)]);
    return { session, decisions, tasks, ofOffice, earlier, open };
  });
  const { session } = outcome;
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const hasBegun = ['running', 'over'].includes(signUpStatus(session, now()));
  return (
    <TeamShell holdsText locale={locale} path={path} current="forum">
      <PageHeader
        title={t('tab.result')}
        overline={session.title}
        overlineLang={contentLang(locale)}
      />
      <OfficeTabs locale={locale} number={number} current="result" />
      {hasBegun ? (
        <>
          <TurnoutPart
            {...{ locale, session }}
            earlier={outcome.earlier.get(session.id) ?? []}
            isOpen={outcome.open === 'turnout'}
            action={
              areMinutesPublic(session.minutesState) ? correctTurnoutAction : setTurnoutAction
            }
          />
          <DecisionsPart locale={locale} outcome={outcome} />
          <TasksPart locale={locale} outcome={outcome} />
          <ThingTasks {...{ locale, tasks: outcome.ofOffice }} kind="session" id={session.id} />
        </>
      ) : (
        <Notice tone="info">
          <p>{t('result.notYet')}</p>
        </Notice>
      )}
      {isCalledOff(session.state) && outcome.tasks.length > 0 && (
        <TasksPart locale={locale} outcome={outcome} />
      )}
    </TeamShell>
  );
}

interface Outcome {
  session: SessionHead;
  decisions: DecisionEntry[];
  tasks: TaskInOffice[];
  /** What the office has to do because of it. */
  ofOffice: TaskLine[];
  /** What stood there before it was corrected, by thing. */
  earlier: Map<string, EarlierVersion[]>;
  /** The one form that is open: one of `ADDED`, `dropping` one, or the id of what is corrected; empty: none. */
  open: string;
}

type PartProps = { locale: string; outcome: Outcome };

async function DecisionsPart({ locale, outcome }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const { session, decisions, earlier, open } = outcome;
  const labels = { text: t('result.text'), agenda_no: t('result.agendaNo') };
  return (
    <Section
      title={t('result.decisionsTitle')}
      id={open === 'decision' ? 'add' : undefined}
      intro={<p>{t('result.decisionsIntro')}</p>}
    >
      <DecisionList
        locale={locale}
        decisions={decisions}
        actions={(decision) => (
          <>
            <EarlierWords
              locale={locale}
              versions={earlier.get(decision.id) ?? []}
              labels={labels}
            />
            <CorrectDecision
              {...{ locale, open, decision }}
              number={session.number}
              action={correctDecisionAction}
            />
            <NewTaskLink {...{ locale }} kind="decision" id={decision.id} about={decision.text} />
          </>
        )}
      />
      {open === 'decision' ? (
        <Form
          locale={locale}
          action={addDecisionAction}
          values={{ agendaNo: '', yes: '', no: '0', abstain: '0' }}
          submitLabel={t('result.decisionButton')}
        >
          <HiddenFields
            values={{ session: String(session.number), version: String(session.version) }}
          />
          <DecisionFields locale={locale} />
        </Form>
      ) : (
        <ResultOpener locale={locale} number={session.number} what="decision" />
      )}
    </Section>
  );
}

async function TasksPart({ locale, outcome }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const { session, tasks, earlier, open } = outcome;
  const labels = {
    text: t('result.task'),
    assignee: t('result.assignee'),
    due_on: t('result.dueOn'),
  };
  return (
    <Section title={t('result.tasksTitle')} id={open === 'task' ? 'add' : undefined}>
      <TaskOverview
        locale={locale}
        tasks={tasks}
        actions={(task) => (
          <>
            <TaskDone
              {...{ locale, task, open }}
              number={session.number}
              action={setTaskDoneAction}
              dropAction={dropTaskAction}
            />
            <EarlierWords locale={locale} versions={earlier.get(task.id) ?? []} labels={labels} />
            <CorrectTask
              {...{ locale, open, task }}
              number={session.number}
              action={correctTaskAction}
            />
          </>
        )}
      />
      {open === 'task' ? (
        <Form locale={locale} action={addTaskAction} submitLabel={t('result.taskButton')}>
          <HiddenFields values={{ session: String(session.number) }} />
          <TaskFields locale={locale} />
        </Form>
      ) : (
        !isCalledOff(session.state) && (
          <ResultOpener locale={locale} number={session.number} what="task" />
        )
      )}
    </Section>
  );
}
