import { Temporal } from 'temporal-polyfill';
import type { Task, Today, Urgency, WaitingRow } from './types';

/** Rows of one kind that fit on a page read over the first coffee. */
export const MOST_OF_A_KIND = 12;

/** "Soon" is what is due within so many days. */
export const SOON_DAYS = 7;

const URGENCIES: readonly Urgency[] = ['overdue', 'today', 'soon', 'later'];

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

function localDay(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/**
 * How pressing something is. What stands together has nobody to be late for and waits, without a date, for
 * today.
 * @param today local date `YYYY-MM-DD`
 */
export function urgencyOf(
  { dueOn, counted }: Pick<WaitingRow, 'dueOn'> & { counted?: boolean | undefined },
  today: string,
): Urgency {
  if (dueOn === null) return counted ? 'today' : 'later';
  const days = daysBetween(today, dueOn);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days <= SOON_DAYS ? 'soon' : 'later';
}

const weightOf = (task: Task) => (task.as.counted ? task.total : 1);

function byDue(a: Task, b: Task): number {
  const due = (task: Task) => task.dueOn ?? '9999-12-31';
  return due(a).localeCompare(due(b)) || a.since.getTime() - b.since.getTime();
}

/** Whole local days between two instants. */
export function daysFrom(from: Date, to: Date, zone: string): number {
  return daysBetween(localDay(from, zone), localDay(to, zone));
}

/** Puts what waits in order: overdue first, each group by its date, then by how long it waits. */
export function arrange(
  rows: readonly WaitingRow[],
  at: Date,
  zone: string,
  kinds: Readonly<Record<string, Task['as']>>,
): Omit<Today, 'session'> {
  const today = localDay(at, zone);
  const tasks = rows.flatMap((row) => {
    const as = kinds[row.kind];
    if (!as) return [];
    const urgency = urgencyOf({ ...row, counted: as.counted }, today);
    return [{ ...row, as, urgency, days: Math.max(0, daysFrom(row.since, at, zone)) }];
  });
  const polls = tasks.filter(({ as }) => as.ahead).sort(byDue);
  const own = tasks.filter(({ as }) => !as.ahead).sort(byDue);
  const groups = URGENCIES.map((urgency) => ({
    urgency,
    tasks: own.filter((task) => task.urgency === urgency),
  })).filter((group) => group.tasks.length > 0);
  const pressing = own
    .filter(({ urgency }) => urgency === 'overdue' || urgency === 'today')
    .reduce((sum, task) => sum + weightOf(task), 0);
  return { at, pressing, groups, polls, more: notListed(own) };
}

function notListed(tasks: readonly Task[]): Today['more'] {
  const kinds = new Map(tasks.filter(({ as }) => !as.counted).map(({ kind, as }) => [kind, as]));
  return [...kinds].flatMap(([kind, as]) => {
    const listed = tasks.filter((task) => task.kind === kind);
    const count = Math.max(...listed.map(({ total }) => total)) - listed.length;
    return count > 0 ? [{ kind, as, count }] : [];
  });
}

/** Of all rows those that are not among the listed ones, each as often as it is there. */
export function beyond(all: readonly WaitingRow[], listed: readonly WaitingRow[]): WaitingRow[] {
  const same = ({ kind, number, title, since }: WaitingRow) =>
    JSON.stringify([kind, number, title, since]);
  const left = new Map<string, number>();
  for (const row of listed) left.set(same(row), (left.get(same(row)) ?? 0) + 1);
  return all.filter((row) => {
    const count = left.get(same(row)) ?? 0;
    left.set(same(row), count - 1);
    return count <= 0;
  });
}
