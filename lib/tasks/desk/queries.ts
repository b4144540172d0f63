import 'server-only';
import { reading } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { dayOrNone } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeToday } from '@/lib/core/office-time';
import { isUuid } from '@/lib/core/uuid.mjs';
import { TASKS_RIGHTS } from '../access';
import { readDesk, readGivenTo, readLeavers, readSeenBy } from '../people';
import { canChange, isOverdue, stepsFrom, whoDid } from '../rules';
import type { DeskCase, DeskTask, TaskState } from '../types';

const right = TASKS_RIGHTS.desk;

const columns = {
  ...{ id: true, text: true, dueOn: true, state: true, startedAt: true, closedAt: true },
  ...{ reason: true, version: true },
} as const;

interface Row {
  id: string;
  text: string;
  dueOn: Date | null;
  state: TaskState;
  startedAt: Date | null;
  closedAt: Date | null;
  reason: string;
  version: number;
  /** Whose it is. */
  of: string;
  isGiven: boolean;
}

type Narrow = { id?: string; closedAt?: null | { not: null } };

/** Both kinds: what the office gave to some people, and what they wrote down. */
async function find(people: readonly string[], narrow: Narrow): Promise<Row[]> {
  const [given, own] = await Promise.all([
    db.task.findMany({
      where: { ...(await readGivenTo(people)), ...narrow },
      select: { ...columns, assigneeId: true },
    }),
    db.counsellorTask.findMany({
      where: { userId: { in: [...people] }, ...narrow },
      select: { ...columns, userId: true },
    }),
  ]);
  return [
    ...given.map(({ assigneeId, ...row }) => ({ ...row, of: assigneeId ?? '', isGiven: true })),
    ...own.map(({ userId, ...row }) => ({ ...row, of: userId, isGiven: false })),
  ];
}

/** What somebody left open who counsels no more. */
async function findLeft(narrow: Narrow = {}): Promise<Row[]> {
  const rows = await db.counsellorTask.findMany({
    where: { userId: { in: await readLeavers() }, ...narrow, closedAt: null },
    select: { ...columns, userId: true },
  });
  return rows.map(({ userId, ...row }) => ({ ...row, of: userId, isGiven: false }));
}

const CLOSED_LISTED = 30;
const LAST = '9999-12-31';

interface DeskTasks {
  /** What is due first comes first, what has no day last. */
  open: DeskTask[];
  /** The latest first. */
  closed: DeskTask[];
}

/** What somebody who counsels has to do: their own, of whom they stand in for, and what nobody has any more. */
export const listDeskTasks = reading(right, async ({ id }): Promise<DeskTasks> => {
  const [people, lineOf] = await Promise.all([readSeenBy(id, officeToday()), makeLine()]);
  const [open, left, closed] = await Promise.all([
    find(people, { closedAt: null }),
    findLeft(),
    find(people, { closedAt: { not: null } }),
  ]);
  const at = ({ closedAt }: DeskTask) => closedAt?.getTime() ?? 0;
  return {
    open: [...open, ...left]
      .map(lineOf)
      .sort((a, b) => (a.dueOn ?? LAST).localeCompare(b.dueOn ?? LAST) || a.id.localeCompare(b.id)),
    closed: closed
      .map(lineOf)
      .sort((a, b) => at(b) - at(a))
      .slice(0, CLOSED_LISTED),
  };
});

/** What of it is due today or was before, and somebody does themselves; and what nobody has any more, whatever its day. */
export const listDueAtDesk = reading(right, async ({ id }): Promise<DeskTask[]> => {
  const today = officeToday();
  const [{ doneBy }, lineOf] = await Promise.all([readDesk(today), makeLine()]);
  const [rows, left] = await Promise.all([find(doneBy(id), { closedAt: null }), findLeft()]);
  return [
    ...rows.map(lineOf).filter(({ dueOn }) => dueOn !== null && dueOn <= today),
    ...left.map(lineOf),
  ].sort((a, b) => (a.dueOn ?? LAST).localeCompare(b.dueOn ?? LAST));
});

async function makeLine() {
  const today = officeToday();
  const { whoOf } = await readDesk(today);
  return ({ id, text, state, closedAt, isGiven, of, ...row }: Row): DeskTask => {
    const dueOn = dayOrNone(row.dueOn);
    return {
      ...{ id, text, state, closedAt, isGiven, dueOn },
      isOverdue: isOverdue(state, dueOn, today),
      who: closedAt ? whoDid(whoOf(had(of))) : whoOf(had(of)),
    };
  };
}

const had = (id: string) => ({ assigneeId: id, assigneeName: '', wasGiven: true });

/** One of them, with all there is to do with it. @throws {AppError} NOT_FOUND: there is none, or it is somebody else's */
export const getDeskTask = reading(right, async (actor, id: string): Promise<DeskCase> => {
  const people = await readSeenBy(actor.id, officeToday());
  const [row] = isUuid(id) ? [...(await find(people, { id })), ...(await findLeft({ id }))] : [];
  if (!row) throw new AppError('NOT_FOUND');
  const { version, reason, state, isGiven, of } = row;
  return {
    ...(await makeLine())(row),
    ...{ version, reason, steps: stepsFrom(row, now()), canDrop: canChange(state) },
    canChange: !isGiven && of === actor.id && canChange(state),
  };
});
