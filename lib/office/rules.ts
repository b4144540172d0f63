import { Temporal } from 'temporal-polyfill';
import type { Task, TaskKind, Today, Urgency, WaitingRow } from './types';

/** Rows of one kind that fit on a page read over the first coffee. */
export const MOST_OF_A_KIND = 12;

/** "Soon" is what is due within so many days. */
export const SOON_DAYS = 7;

const URGENCIES: readonly Urgency[] = ['overdue', 'today', 'soon', 'later'];

/** Without a date nobody would ever be late: these wait for today. */
const ALWAYS_TODAY: readonly TaskKind[] = ['phone', 'letter', 'mail'];

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

function localDay(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** How pressing something is. @param today local date `YYYY-MM-DD` */
export function urgencyOf(row: Pick<WaitingRow, 'kind' | 'dueOn'>, today: string): Urgency {
  if (row.dueOn === null) return ALWAYS_TODAY.includes(row.kind) ? 'today' : 'later';
  const days = daysBetween(today, row.dueOn);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days <= SOON_DAYS ? 'soon' : 'later';
}

/** Whether a row stands for all of its kind together. */
export function isCounted(kind: TaskKind): boolean {
  return ALWAYS_TODAY.includes(kind);
}

const weightOf = (task: Task) => (isCounted(task.kind) ? task.total : 1);

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
): Omit<Today, 'session'> {
  const today = localDay(at, zone);
  const tasks = rows.map((row) => ({
    ...row,
    urgency: urgencyOf(row, today),
    days: Math.max(0, daysFrom(row.since, at, zone)),
  }));
  const polls = tasks.filter(({ kind }) => kind === 'poll').sort(byDue);
  const own = tasks.filter(({ kind }) => kind !== 'poll').sort(byDue);
  const groups = URGENCIES.map((urgency) => ({
    urgency,
    tasks: own.filter((task) => task.urgency === urgency),
  })).filter((group) => group.tasks.length > 0);
  const pressing = own
    .filter(({ urgency }) => urgency === 'overdue' || urgency === 'today')
    .reduce((sum, task) => sum + weightOf(task), 0);
  return { at, pressing, groups, polls, more: notListed(own) };
}

function notListed(tasks: readonly Task[]): { kind: TaskKind; count: number }[] {
  const kinds = new Set(tasks.map(({ kind }) => kind).filter((kind) => !isCounted(kind)));
  return [...kinds].flatMap((kind) => {
    const listed = tasks.filter((task) => task.kind === kind);
    const count = Math.max(...listed.map(({ total }) => total)) - listed.length;
    return count > 0 ? [{ kind, count }] : [];
  });
}
