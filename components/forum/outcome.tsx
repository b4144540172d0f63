import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Corrections } from '@/components/audit/corrections';
import { DateTime } from '@/components/ui/date-time';
import { Stat, StatList } from '@/components/ui/stat';
import { StateLabel, type StateTone } from '@/components/ui/state-label';
import { dayOf } from '@/lib/core/day.mjs';
import { contentLang } from '@/lib/core/paths';
import type { DecisionEntry, TaskEntry, TaskInOffice } from '@/lib/forum/sessions/types';
import { longDay } from '@/lib/i18n/dates';

type TurnoutProps = {
  locale: string;
  attended: number;
  votingResidents: number | null;
  corrections?: readonly { at: Date; reason: string }[];
};

/** How many came, in numbers only. */
export async function Turnout({
  locale,
  attended,
  votingResidents,
  corrections = [],
}: TurnoutProps) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  return (
    <>
      <StatList label={t('outcome.numbers')}>
        <Stat value={String(attended)} label={t('outcome.attended')} />
        {votingResidents === null ? null : (
          <Stat value={String(votingResidents)} label={t('outcome.voting')} />
        )}
      </StatList>
      <Corrections locale={locale} corrections={corrections} />
    </>
  );
}

const TONES: Record<string, StateTone> = {
  adopted: 'good',
  declined: 'neutral',
  tied: 'waiting',
  deferred: 'waiting',
};

type DecisionsProps = {
  locale: string;
  decisions: readonly DecisionEntry[];
  /** Below each decision, e.g. what the office can do with it. */
  actions?: ((decision: DecisionEntry) => ReactNode) | undefined;
};

/** What the forum recommended, with the votes of the room; it recommends, others decide. */
export async function DecisionList({ locale, decisions, actions }: DecisionsProps) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  return (
    <ul className="measure">
      {decisions.map((decision) => (
        <li
          key={decision.id}
          className="grid grid-cols-[minmax(0,1fr)] gap-2 break-inside-avoid border-t border-rule py-4 print:py-1.5"
        >
          <StateLabel tone={TONES[decision.result] ?? 'neutral'}>
            {t(`result.${decision.result}`)}
          </StateLabel>
          <p lang={contentLang(locale)}>{decision.text}</p>
          <Votes locale={locale} decision={decision} />
          <Corrections locale={locale} corrections={decision.corrections} />
          {actions?.(decision)}
        </li>
      ))}
    </ul>
  );
}

async function Votes({ locale, decision }: { locale: string; decision: DecisionEntry }) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  const { yes, no, abstain } = decision;
  return <p className="small tabular text-ink-soft">{t('outcome.votes', { yes, no, abstain })}</p>;
}

type TasksProps<Task> = {
  locale: string;
  tasks: readonly Task[];
  /** Below each task, e.g. what the office can do with it. */
  actions?: ((task: Task) => ReactNode) | undefined;
};

const TASK_TONES = { taskDone: 'good', taskDropped: 'neutral', taskOpen: 'waiting' } as const;

function stateOf({ done, dropReason }: TaskEntry | TaskInOffice): keyof typeof TASK_TONES {
  if (done) return 'taskDone';
  return dropReason === '' ? 'taskOpen' : 'taskDropped';
}

/** Who promised what until when; roles, never private persons. */
export async function TaskOverview<Task extends TaskEntry | TaskInOffice>({
  locale,
  tasks,
  actions,
}: TasksProps<Task>) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  const lang = contentLang(locale);
  return (
    <ul className="measure">
      {tasks.map((task) => (
        <li
          key={task.id}
          className="grid grid-cols-[minmax(0,1fr)] gap-2 break-inside-avoid border-t border-rule py-4 print:py-1.5"
        >
          <p lang={lang}>{task.text}</p>
          <p className="small text-ink-soft">
            <span lang={lang}>{task.assignee}</span>
            {task.dueOn === null || stateOf(task) !== 'taskOpen' ? null : (
              <>
                {' · '}
                <DateTime value={dayOf(task.dueOn)}>
                  {t('outcome.dueOn', { date: longDay(task.dueOn, locale) })}
                </DateTime>
              </>
            )}
          </p>
          {/* messages: forum.outcome.taskDone forum.outcome.taskDropped forum.outcome.taskOpen */}
          <StateLabel tone={TASK_TONES[stateOf(task)]}>{t(`outcome.${stateOf(task)}`)}</StateLabel>
          {task.dropReason === '' ? null : (
            <p className="small" lang={lang}>
              {task.dropReason}
            </p>
          )}
          <Corrections locale={locale} corrections={task.corrections} />
          {actions?.(task)}
        </li>
      ))}
    </ul>
  );
}
