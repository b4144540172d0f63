import 'server-only';
import { reading } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { dayOrNone } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeToday } from '@/lib/core/office-time';
import { isUuid } from '@/lib/core/uuid.mjs';
import { TASKS_RIGHTS } from './access';
import { readAbsences, readColleagues } from './people';
import { EVERYTHING, isOverdue, isWanted, mayChange, stepsFrom, whoDoes } from './rules';
import { goesWithIt, listKept, THINGS, thingsOf } from './things';
import type {
  Colleague,
  KeptTask,
  TaskCase,
  TaskLine,
  TaskState,
  ThingKind,
  ThingShown,
  View,
} from './types';

const columns = {
  ...{ id: true, number: true, text: true, assigneeId: true, assigneeName: true, dueOn: true },
  ...{ thingKind: true, thingId: true, state: true, startedAt: true, closedAt: true },
  ...{ reason: true, version: true },
} as const;

interface Row {
  id: string;
  number: number;
  text: string;
  assigneeId: string | null;
  assigneeName: string;
  dueOn: Date | null;
  thingKind: string;
  thingId: string | null;
  state: TaskState;
  startedAt: Date | null;
  closedAt: Date | null;
  reason: string;
  version: number;
}

/** What all lines of a list need, read once. */
async function makeView(rows: readonly Row[]) {
  const today = officeToday();
  const [colleagues, absences, thingOf] = await Promise.all([
    readColleagues(),
    readAbsences(),
    thingsOf(rows),
  ]);
  const names = new Map(colleagues.map(({ id, name }) => [id, name]));
  const lineOf = (row: Row): TaskLine => {
    const { id, number, state, closedAt } = row;
    const dueOn = dayOrNone(row.dueOn);
    const thing = thingOf(row);
    return {
      ...{ id, number, state, closedAt, dueOn, thing },
      text: shownText(row.text, thing),
      isOverdue: isOverdue(state, dueOn, today),
      who: whoDoes(row, names, absences, today),
    };
  };
  return { colleagues, lineOf };
}

/** In the night it is deleted; until then nobody reads it any more. */
const shownText = (text: string, thing: ThingShown | null) =>
  thing?.isGone && goesWithIt(thing.kind) ? '' : text;

/** More than a small office ever has open at once. */
const LISTED = 500;
const CLOSED_LISTED = 30;
const DUE_FIRST = [{ dueOn: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }] as const;
const OPEN = { state: { in: ['OPEN', 'IN_PROGRESS'] as TaskState[] } };

interface TaskList {
  view: View;
  open: TaskLine[];
  /** Kept by other domains; ticked off there. */
  kept: KeptTask[];
  /** The latest first. */
  closed: TaskLine[];
  kinds: readonly ThingKind[];
}

/** Everything somebody wants to see of what is to be done, as they chose it last. */
export const listTasks = reading(TASKS_RIGHTS.tasks, async (actor): Promise<TaskList> => {
  const today = officeToday();
  const [stored, open, closed, others] = await Promise.all([
    db.taskView.findUnique({
      where: { userId: actor.id },
      select: { mine: true, overdue: true, kind: true },
    }),
    db.task.findMany({ where: OPEN, orderBy: [...DUE_FIRST], take: LISTED, select: columns }),
    db.task.findMany({
      where: { closedAt: { not: null } },
      orderBy: [{ closedAt: 'desc' }, { number: 'desc' }],
      take: CLOSED_LISTED,
      select: columns,
    }),
    listKept(),
  ]);
  const view = stored ?? EVERYTHING;
  const { lineOf } = await makeView([...open, ...closed]);
  const kept = others.map((one) => ({ ...one, isOverdue: isOverdue('OPEN', one.dueOn, today) }));
  const wanted = (task: Parameters<typeof isWanted>[1]) => isWanted(view, task, actor.id);
  return {
    view,
    open: open.map(lineOf).filter(wanted),
    kept: kept.filter((one) => wanted({ ...one, who: { kind: 'named', name: one.assignee } })),
    closed: closed.map(lineOf).filter((task) => wanted({ ...task, isOverdue: view.overdue })),
    kinds: Object.entries(THINGS).map(([kind, { label }]) => ({ kind, label })),
  };
});

/**
 * What is to be done for some things, open first.
 * @param ids of one thing and of what belongs to it
 */
export const listTasksOf = reading(
  TASKS_RIGHTS.tasks,
  async (_actor, ids: readonly string[]): Promise<TaskLine[]> => {
    const rows = await db.task.findMany({
      where: { thingId: { in: [...ids] } },
      orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, ...DUE_FIRST],
      take: LISTED,
      select: columns,
    });
    const { lineOf } = await makeView(rows);
    return rows.map(lineOf);
  },
);

/** One task with all there is to do with it. @throws {AppError} NOT_FOUND */
export const getTask = reading(
  TASKS_RIGHTS.tasks,
  async (_actor, number: number): Promise<TaskCase & { colleagues: Colleague[] }> => {
    const row = await db.task.findUnique({ where: { number }, select: columns });
    if (!row) throw new AppError('NOT_FOUND');
    const { colleagues, lineOf } = await makeView([row]);
    const { version, assigneeName, state } = row;
    const line = lineOf(row);
    return {
      ...line,
      ...{ version, assigneeName, assigneeId: row.assigneeId ?? '', colleagues },
      reason: shownText(row.reason, line.thing),
      steps: stepsFrom(row, now()),
      mayDrop: mayChange(state),
      mayChange: mayChange(state),
    };
  },
);

/** What is asked for before a task is written down: who can have it, and what it is about. @throws {AppError} NOT_FOUND */
export const getBeforeAdding = reading(
  TASKS_RIGHTS.tasks,
  async (_actor, kind: string, id: string) => {
    const colleagues = await readColleagues();
    if (kind === '') return { colleagues, thing: null };
    const pointing = { thingKind: kind, thingId: id };
    const thing = isUuid(id) ? (await thingsOf([pointing]))(pointing) : null;
    if (!thing || thing.isGone) throw new AppError('NOT_FOUND');
    return { colleagues, thing };
  },
);
