import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import type { StateTone } from '@/components/ui/state-label';
import { TaskList, TaskRow } from '@/components/ui/task-row';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { longDay, relativeDays } from '@/lib/i18n/dates';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { mailPaths } from '@/lib/mail/paths';
import { isCounted } from '@/lib/office/rules';
import type { Task, Urgency } from '@/lib/office/types';
import { proposalsPaths } from '@/lib/proposals/paths';
import { votingPaths } from '@/lib/voting/paths';

const TONES: Record<Urgency, StateTone> = {
  overdue: 'late',
  today: 'waiting',
  soon: 'neutral',
  later: 'neutral',
};

/** Where each kind of thing gets done. */
function pathOf({ kind, number }: Task): string {
  if (kind === 'proposal') return proposalsPaths.teamProposal(number);
  if (kind === 'handover') return proposalsPaths.teamProposal(number, 'remind');
  if (kind === 'request') return initiativesPaths.teamRequest(number);
  if (kind === 'poll') return votingPaths.teamPoll(number);
  if (kind === 'count') return votingPaths.counting(number);
  if (kind === 'check') return votingPaths.teamPollCheck(number);
  return kind === 'mail' ? `${mailPaths.teamCalls()}#mails` : mailPaths.teamCalls();
}

/** @param day local date `YYYY-MM-DD` */
const dayText = (day: string | null, locale: string) =>
  day === null ? '' : longDay(dayColumn(day), locale);

/** Polls have numbers of their own, which nobody looks up. */
const NUMBERLESS: readonly Task['kind'][] = ['poll', 'count', 'check'];
const isNumbered = ({ kind, number }: Task) => number > 0 && !NUMBERLESS.includes(kind);

type TaskRowsProps = {
  locale: string;
  label: string;
  tasks: Task[];
  /** A body's name as sentences begin with it: "Das Bauamt". */
  bodyName: (name: string) => string;
};

/** What waits, why, since when; each row one click from where it is done. */
export async function TaskRows({ locale, label, tasks, bodyName }: TaskRowsProps) {
  const t = await getTranslations({ locale, namespace: 'office.today' });
  const titleOf = (task: Task) =>
    isCounted(task.kind) ? t(`counted.${task.kind}`, { count: task.total }) : task.title;
  const whyOf = ({ kind, dueOn, urgency, days, detail }: Task) => {
    if (kind === 'handover') return t('why.handover', { body: bodyName(detail), days });
    if (kind === 'count') return t('why.count', { counted: detail });
    if (dueOn === null) return t(`why.${kind}`);
    return t(`due.${kind}`, { urgency, date: dayText(dueOn, locale) });
  };
  const sinceOf = ({ kind, days, dueOn }: Task) => {
    if (isCounted(kind)) return t('oldest', { days });
    if (kind === 'handover') return t('agreed', { date: dayText(dueOn, locale) });
    return t(`since.${kind}`, { when: relativeDays(-days, locale) });
  };
  return (
    <TaskList label={label}>
      {tasks.map((task) => {
        const href = localized(locale, pathOf(task));
        return (
          <TaskRow
            key={`${task.kind}-${task.number}`}
            number={isNumbered(task) ? t('numbered', { number: task.number }) : undefined}
            title={titleOf(task)}
            href={href}
            why={whyOf(task)}
            since={sinceOf(task)}
            tone={TONES[task.urgency]}
            action={
              <ButtonLink href={href} variant="secondary">
                {t(`go.${task.kind}`)}
                <VisuallyHidden>: {titleOf(task)}</VisuallyHidden>
              </ButtonLink>
            }
          />
        );
      })}
    </TaskList>
  );
}
