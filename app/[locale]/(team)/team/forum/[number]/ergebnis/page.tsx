import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { OfficeTabs } from '@/components/forum/office-tabs';
import { DecisionList, TaskOverview } from '@/components/forum/outcome';
import { DecisionFields, TaskFields, TurnoutFields } from '@/components/forum/result-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { now } from '@/lib/core/clock';
import { contentLang } from '@/lib/core/paths';
import { listDecisions, listTasksInOffice } from '@/lib/forum/decisions/queries';
import { forumPaths } from '@/lib/forum/paths';
import { getSessionInOffice } from '@/lib/forum/planning/queries';
import { signUpStatus } from '@/lib/forum/sessions/rules';
import { readSessionNumber } from '@/lib/forum/sessions/schema';
import type { SessionHead, TaskInOffice } from '@/lib/forum/sessions/types';
import { addDecisionAction, addTaskAction, setTaskDoneAction, setTurnoutAction } from './actions';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'forum-office.tab.result');
}

export default async function ResultPage({ params }: Props) {
  const { locale, number: segment } = await params;
  const number = readSessionNumber(segment);
  const path = forumPaths.teamForumResult(number);
  const { session, tasks } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const head = await getSessionInOffice(actor, number);
    return { session: head, tasks: await listTasksInOffice(actor, head.id) };
  });
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
          <TurnoutPart locale={locale} session={session} />
          <DecisionsPart locale={locale} session={session} />
          <TasksPart locale={locale} session={session} tasks={tasks} />
        </>
      ) : (
        <Notice tone="info">
          <p>{t('result.notYet')}</p>
        </Notice>
      )}
    </TeamShell>
  );
}

type PartProps = { locale: string; session: SessionHead };

async function TurnoutPart({ locale, session }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const shown = (count: number | null) => (count === null ? '' : String(count));
  return (
    <Section title={t('result.turnoutTitle')} intro={<p>{t('result.turnoutIntro')}</p>}>
      <Form
        locale={locale}
        action={setTurnoutAction}
        values={{
          attended: shown(session.attended),
          votingResidents: shown(session.votingResidents),
        }}
        submitLabel={t('result.turnoutButton')}
      >
        <HiddenFields
          values={{ session: String(session.number), version: String(session.version) }}
        />
        <TurnoutFields locale={locale} />
      </Form>
    </Section>
  );
}

async function DecisionsPart({ locale, session }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const decisions = await listDecisions(session.id);
  return (
    <Section title={t('result.decisionsTitle')} intro={<p>{t('result.decisionsIntro')}</p>}>
      <DecisionList locale={locale} decisions={decisions} />
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
    </Section>
  );
}

async function TasksPart({ locale, session, tasks }: PartProps & { tasks: TaskInOffice[] }) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <Section title={t('result.tasksTitle')}>
      <TaskOverview
        locale={locale}
        tasks={tasks}
        actions={(task) => <TaskDone locale={locale} number={session.number} task={task} />}
      />
      <Form locale={locale} action={addTaskAction} submitLabel={t('result.taskButton')}>
        <HiddenFields values={{ session: String(session.number) }} />
        <TaskFields locale={locale} />
      </Form>
    </Section>
  );
}

type TaskDoneProps = { locale: string; number: number; task: TaskInOffice };

async function TaskDone({ locale, number, task }: TaskDoneProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not be around a form
    <div role="group" aria-label={task.text}>
      {task.audience === 'PUBLIC' ? null : <p className="small soft">{t('result.taskHidden')}</p>}
      <Form
        locale={locale}
        action={setTaskDoneAction}
        submitLabel={task.done ? t('result.reopenButton') : t('result.doneButton')}
        submitVariant="secondary"
        warnOnLeave={false}
      >
        <HiddenFields
          values={{ session: String(number), id: task.id, done: task.done ? '' : 'yes' }}
        />
      </Form>
    </div>
  );
}
