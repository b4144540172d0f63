import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import type { StateTone } from '@/components/ui/state-label';
import { TaskList, TaskRow } from '@/components/ui/task-row';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { longDay, relativeDays } from '@/lib/i18n/dates';
import type { Task, Urgency } from '@/lib/office/types';

type Say = (key: string, values?: Record<string, string | number>) => string;

const TONES: Record<Urgency, StateTone> = {
  overdue: 'late',
  today: 'waiting',
  soon: 'neutral',
  later: 'neutral',
};

/** @param day local date `YYYY-MM-DD` */
const dayText = (day: string | null, locale: string) =>
  day === null ? '' : longDay(dayColumn(day), locale);

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
  // messages: *.waits.*.counted *.waits.*.why *.waits.*.due *.waits.*.since *.waits.*.go
  const say = (await getTranslations({ locale })) as unknown as Say;
  const titleOf = ({ as, total, title }: Task) =>
    as.counted ? say(`${as.words}.counted`, { count: total }) : title;
  const whyOf = ({ as, dueOn, urgency, days, detail }: Task) =>
    as.saysWhy || dueOn === null
      ? say(`${as.words}.why`, { body: bodyName(detail), days, detail, counted: detail })
      : say(`${as.words}.due`, { urgency, detail, date: dayText(dueOn, locale) });
  const sinceOf = ({ as, days, dueOn }: Task) => {
    if (as.counted) return t('oldest', { days });
    if (as.agreed) return t('agreed', { date: dayText(dueOn, locale) });
    return say(`${as.words}.since`, { when: relativeDays(-days, locale) });
  };
  return (
    <TaskList label={label}>
      {tasks.map((task) => {
        const href = localized(locale, task.as.path(task));
        return (
          <TaskRow
            key={`${task.kind}-${task.number}-${task.title}`}
            number={task.as.numbered ? t('numbered', { number: task.number }) : undefined}
            title={titleOf(task)}
            href={href}
            why={whyOf(task)}
            since={sinceOf(task)}
            tone={TONES[task.urgency]}
            action={
              <ButtonLink href={href} variant="secondary">
                {say(`${task.as.words}.go`)}
                <VisuallyHidden>: {titleOf(task)}</VisuallyHidden>
              </ButtonLink>
            }
          />
        );
      })}
    </TaskList>
  );
}
