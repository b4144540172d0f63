import 'server-only';
import { reading, sameFor } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { dayColumn, dayOrNone } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeToday } from '@/lib/core/office-time';
import { pageOf } from '@/lib/core/pages';
import { isUuid } from '@/lib/core/uuid.mjs';
import { TASKS_RIGHTS } from './access';
import { readKeptLines } from './kept/people';
import { readColleagues, readDoers, readOnlyCounsellors } from './people';
import { canChange, EVERYTHING, isOverdue, stepsFrom, whoDid } from './rules';
import { goesWithIt, THINGS, thingsOf } from './things';
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
  wasGiven: true,
  ...{ thingKind: true, thingId: true, state: true, startedAt: true, closedAt: true },
  ...{ reason: true, version: true },
} as const;

interface Row {
  id: string;
  number: number;
  text: string;
  assigneeId: string | null;
  assigneeName: string;
  wasGiven: boolean;
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
  const [{ colleagues, counsellors, whoOf }, thingOf] = await Promise.all([
    readDoers(today),
    thingsOf(rows),
  ]);
  const lineOf = (row: Row): TaskLine => {
    const { id, number, state, closedAt } = row;
    const dueOn = dayOrNone(row.dueOn);
    const thing = thingOf(row);
    return {
      ...{ id, number, state, closedAt, dueOn, thing },
      text: shownText(row.text, thing),
      isOverdue: isOverdue(state, dueOn, today),
      who: closedAt ? whoDid(whoOf(row)) : whoOf(row),
    };
  };
  return { colleagues, counsellors, lineOf };
}

/** In the night it is deleted; until then nobody reads it any more. */
const shownText = (text: string, thing: ThingShown | null) =>
  thing?.isGone && goesWithIt(thing.kind) ? '' : text;

/** More than one thing ever has. */
const LISTED_OF_ONE = 500;
/** Open ones of a page. */
const PAGE = 50;
const CLOSED_LISTED = 30;
const DUE_FIRST = [{ dueOn: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }] as const;

interface TaskList {
  view: View;
  /** Of one page. */
  open: TaskLine[];
  /** Of all pages. */
  openCount: number;
  page: number;
  pages: number;
  /** Kept by other domains; ticked off there. */
  kept: KeptTask[];
  /** The latest first. */
  closed: TaskLine[];
  closedCount: number;
  kinds: readonly ThingKind[];
}

/**
 * Everything somebody wants to see of what is to be done, as they chose it last. What is wanted is found by the
 * statement itself, so a page is full and the counts are true however many there are.
 * @param asked a page, from 1; what is none is the first, what is too far the last
 */
export const listTasks = reading(
  TASKS_RIGHTS.tasks,
  async (actor, asked: number = 1): Promise<TaskList> => {
    const today = officeToday();
    const view = await viewOf(actor.id);
    const wanted = await wantedBy(actor.id, view, today);
    const open = {
      ...{ state: { in: ['OPEN', 'IN_PROGRESS'] as TaskState[] }, ...wanted },
      ...(view.overdue ? { dueOn: { lt: dayColumn(today) } } : {}),
    };
    const closed = { closedAt: { not: null }, ...wanted };
    const [openCount, closedCount, { lines }] = await Promise.all([
      db.task.count({ where: open }),
      db.task.count({ where: closed }),
      readKeptLines(today),
    ]);
    const { rows: shown, ...place } = pageOf(openCount, asked, PAGE);
    const rows = await Promise.all([
      db.task.findMany({
        ...{ where: open, orderBy: [...DUE_FIRST], select: columns },
        ...shown,
      }),
      db.task.findMany({
        ...{ where: closed, take: CLOSED_LISTED, select: columns },
        orderBy: [{ closedAt: 'desc' }, { number: 'desc' }],
      }),
    ]);
    const { lineOf } = await makeView(rows.flat());
    return {
      ...{ view, openCount, closedCount, ...place },
      open: rows[0].map(lineOf),
      kept: lines.filter((one) => isKeptWanted(actor.id, view, one)),
      closed: rows[1].map(lineOf),
      kinds: Object.entries(THINGS).map(([kind, { label }]) => ({ kind, label })),
    };
  },
);

const viewOf = async (userId: string): Promise<View> =>
  (await db.taskView.findUnique({
    where: { userId },
    select: { mine: true, overdue: true, kind: true },
  })) ?? EVERYTHING;

/** Theirs is also what somebody does for whoever is away. */
async function wantedBy(self: string, { mine, kind }: View, today: string) {
  const ofKind = kind === '' ? {} : { thingKind: kind };
  if (!mine) return ofKind;
  const ids = (await readDoers(today)).doneBy(self);
  return { ...ofKind, assigneeName: '', assigneeId: { in: ids } };
}

/** What others keep is theirs where they see to it today. */
const isKeptWanted = (self: string, { mine, overdue, kind }: View, task: KeptTask): boolean =>
  (!mine || (task.who?.kind === 'person' && task.who.id === self)) &&
  (!overdue || task.isOverdue) &&
  (kind === '' || task.thing.kind === kind);

/**
 * What is to be done for some things, open first.
 * @param ids of one thing and of what belongs to it
 */
export const listTasksOf = sameFor(
  TASKS_RIGHTS.tasks,
  async (ids: readonly string[]): Promise<TaskLine[]> => {
    const rows = await db.task.findMany({
      where: { thingId: { in: [...ids] } },
      orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, ...DUE_FIRST],
      take: LISTED_OF_ONE,
      select: columns,
    });
    const { lineOf } = await makeView(rows);
    return rows.map(lineOf);
  },
);

/** Who can have a task. */
interface Choosable {
  colleagues: Colleague[];
  /** Who only counsels; empty where it is about a thing of the office. */
  counsellors: Colleague[];
}

/** One task with all there is to do with it. @throws {AppError} NOT_FOUND */
export const getTask = sameFor(
  TASKS_RIGHTS.tasks,
  async (number: number): Promise<TaskCase & Choosable> => {
    const row = await db.task.findUnique({ where: { number }, select: columns });
    if (!row) throw new AppError('NOT_FOUND');
    const { colleagues, counsellors, lineOf } = await makeView([row]);
    const { version, assigneeName, state } = row;
    const line = lineOf(row);
    return {
      ...line,
      ...{ version, assigneeName, assigneeId: row.assigneeId ?? '', colleagues },
      counsellors: row.thingKind === '' ? counsellors : [],
      reason: shownText(row.reason, line.thing),
      steps: stepsFrom(row, now()),
      canDrop: canChange(state),
      canChange: canChange(state),
    };
  },
);

/** What is asked for before a task is written down: who can have it, and what it is about. @throws {AppError} NOT_FOUND */
export const getBeforeAdding = sameFor(TASKS_RIGHTS.tasks, async (kind: string, id: string) => {
  const colleagues = await readColleagues();
  if (kind === '') return { colleagues, counsellors: await readOnlyCounsellors(), thing: null };
  const pointing = { thingKind: kind, thingId: id };
  const thing = isUuid(id) ? (await thingsOf([pointing]))(pointing) : null;
  if (!thing || thing.isGone) throw new AppError('NOT_FOUND');
  return { colleagues, counsellors: [], thing };
});
