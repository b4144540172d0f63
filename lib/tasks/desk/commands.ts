import 'server-only';
import { command } from '@/lib/accounts/command';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { traceProblem } from '@/lib/outreach/traces/rules';
import { TASKS_RIGHTS } from '../access';
import { readGivenTo, readLeavers, readSeenBy } from '../people';
import { canChange, dueProblem, standingAfter, stepsFrom, TASK_EVENTS } from '../rules';
import type { AddOwnTaskInput, ChangeOwnTaskInput, DropTaskInput, MoveTaskInput } from '../schema';

const right = TASKS_RIGHTS.desk;
/** What is one's own is written down nowhere else: the office's log knows nothing of it. */
const BESIDE = { right, audit: [], tags: [] } as const;

type Done = Result<{ id: string }>;

const dueColumn = (dueOn: string) => (dueOn === '' ? null : dayColumn(dueOn));

/** Whoever counsels writes down for themselves what is to be done. Nobody is named in it. */
export const addOwnTask = command(
  BESIDE,
  async ({ tx, actor, at }, { text, dueOn }: AddOwnTaskInput): Promise<Done> => {
    const wrong = dueProblem(dueOn, officeDate(at)) ?? traceProblem({ text });
    if (wrong) return wrong;
    return ok(
      await tx.counsellorTask.create({
        data: { userId: actor.id, text, dueOn: dueColumn(dueOn), createdAt: at },
        select: { id: true },
      }),
    );
  },
);

/** Says otherwise what it is and until when; only of one's own. */
export const changeOwnTask = command(
  BESIDE,
  async ({ tx, actor, at }, { id, version, text, dueOn }: ChangeOwnTaskInput): Promise<Done> => {
    const task = await findOwn(tx, id, [actor.id]);
    if (!canChange(task.state)) return refused('tasks.refused.closed');
    const wrong = dueProblem(dueOn, officeDate(at)) ?? traceProblem({ text });
    if (wrong) return wrong;
    const late = await takeVersion(tx.counsellorTask, id, version);
    if (late) return late;
    await tx.counsellorTask.update({
      where: { id },
      data: { text, dueOn: dueColumn(dueOn) },
      select: { id: true },
    });
    return ok({ id });
  },
);

/**
 * One's own, or of whom one stands in for: begins it, puts it back, finishes it, opens it again within a day. Whoever does
 * so with what somebody left who counsels no more has it from then on.
 */
export const moveOwnTask = command(
  BESIDE,
  async ({ tx, actor, at }, { id, version, step }: MoveTaskInput): Promise<Done> => {
    const task = await findSeen(tx, id, actor.id, at);
    if (!stepsFrom(task, at).includes(step)) return notNow(step);
    const late = await takeVersion(tx.counsellorTask, id, version);
    if (late) return late;
    const data = { ...standingAfter(step, task, at), userId: task.keptBy };
    await tx.counsellorTask.update({ where: { id }, data, select: { id: true } });
    return ok({ id });
  },
);

/** Nobody does it any more, and why; nobody is named in that either. */
export const dropOwnTask = command(
  BESIDE,
  async ({ tx, actor, at }, { id, version, reason }: DropTaskInput): Promise<Done> => {
    const task = await findSeen(tx, id, actor.id, at);
    if (!canChange(task.state)) return refused('tasks.refused.closed');
    const named = traceProblem({ reason });
    if (named) return named;
    const late = await takeVersion(tx.counsellorTask, id, version);
    if (late) return late;
    await tx.counsellorTask.update({
      where: { id },
      data: { state: 'DROPPED', closedAt: at, reason, userId: task.keptBy },
      select: { id: true },
    });
    return ok({ id });
  },
);

/** The same of what the office gave; it reads what becomes of it. */
export const moveGivenTask = command(
  { right, audit: Object.values(TASK_EVENTS), tags: [] },
  async ({ tx, actor, at, note }, { id, version, step }: MoveTaskInput): Promise<Done> => {
    const task = await findGiven(tx, id, await readSeenBy(actor.id, officeDate(at)));
    if (!stepsFrom(task, at).includes(step)) return notNow(step);
    const late = await takeVersion(tx.task, id, version);
    if (late) return late;
    const data = standingAfter(step, task, at);
    await tx.task.update({ where: { id }, data, select: { id: true } });
    await note(TASK_EVENTS[step], id);
    return ok({ id });
  },
);

/** The same: why, the office reads. */
export const dropGivenTask = command(
  { right, audit: ['task.dropped'], tags: [] },
  async ({ tx, actor, at, note }, { id, version, reason }: DropTaskInput): Promise<Done> => {
    const task = await findGiven(tx, id, await readSeenBy(actor.id, officeDate(at)));
    if (!canChange(task.state)) return refused('tasks.refused.closed');
    const named = traceProblem({ reason });
    if (named) return named;
    const late = await takeVersion(tx.task, id, version);
    if (late) return late;
    await tx.task.update({
      where: { id },
      data: { state: 'DROPPED', closedAt: at, reason },
      select: { id: true },
    });
    await note('task.dropped', id);
    return ok({ id });
  },
);

const notNow = (step: string) =>
  refused(step === 'undo' ? 'tasks.refused.undoOver' : 'tasks.refused.notNow');

/** @throws {AppError} NOT_FOUND: there is none, or it is somebody else's */
async function findOwn(tx: Tx, id: string, people: readonly string[]) {
  const task = await tx.counsellorTask.findFirst({ where: { id, userId: { in: [...people] } } });
  if (!task) throw new AppError('NOT_FOUND');
  return task;
}

/**
 * @returns whose it is from now on, besides: what nobody has any more is whoever's does something with it
 * @throws {AppError} NOT_FOUND
 */
async function findSeen(tx: Tx, id: string, self: string, at: Date) {
  const [people, leavers] = [await readSeenBy(self, officeDate(at)), await readLeavers()];
  const left = await tx.counsellorTask.findFirst({
    where: { id, userId: { in: leavers }, closedAt: null },
  });
  if (left) return { ...left, keptBy: self };
  const task = await findOwn(tx, id, people);
  return { ...task, keptBy: task.userId };
}

/** @throws {AppError} NOT_FOUND */
async function findGiven(tx: Tx, id: string, people: readonly string[]) {
  const task = await tx.task.findFirst({
    where: { id, ...(await readGivenTo(people, tx)) },
  });
  if (!task) throw new AppError('NOT_FOUND');
  return task;
}
