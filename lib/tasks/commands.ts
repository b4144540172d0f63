import 'server-only';
import { command } from '@/lib/accounts/command';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { traceProblem } from '@/lib/outreach/traces/rules';
import { TASKS_RIGHTS } from './access';
import { readColleagues, readOnlyCounsellors } from './people';
import { canChange, dueProblem, NO_WORDS, standingAfter, stepsFrom, TASK_EVENTS } from './rules';
import type {
  AddTaskInput,
  ChangeTaskInput,
  DropTaskInput,
  MoveTaskInput,
  ViewInput,
} from './schema';
import { goesWithIt, THINGS, thingsOf } from './things';

const right = TASKS_RIGHTS.tasks;

/** `path`: where what it is about is looked at; null: it is of itself. */
type Added = Result<{ number: number; path: string | null }>;
type Moved = Result<{ number: number }>;

/** Writes down something to do, of itself or because of a thing that is there. */
export const addTask = command(
  { right, audit: ['task.added'], tags: [] },
  async ({ tx, at, note }, input: AddTaskInput): Promise<Added> => {
    const { thingKind, thingId } = input;
    const wrong =
      dueProblem(input.dueOn, officeDate(at)) ??
      (await whoProblem(tx, input, { assigneeId: null, thingKind }));
    if (wrong) return wrong;
    const pointing = { thingKind, thingId: thingId || null };
    const thing = (await thingsOf([pointing], tx))(pointing);
    if (thing?.isGone || (thingKind !== '' && !THINGS[thingKind])) throw new AppError('NOT_FOUND');
    const made = await tx.task.create({
      data: {
        ...columnsOf(input),
        ...(thing ? pointing : {}),
        createdAt: at,
      },
      select: { id: true, number: true },
    });
    await note('task.added', made.id);
    return ok({ number: made.number, path: thing?.path ?? null });
  },
);

/** Says otherwise what is to be done, until when or by whom. */
export const changeTask = command(
  { right, audit: ['task.changed'], tags: [] },
  async ({ tx, at, note }, { id, version, ...input }: ChangeTaskInput): Promise<Moved> => {
    const task = await findTask(tx, id);
    if (!canChange(task.state)) return refused('tasks.refused.closed');
    if (await isEmptied(tx, task)) return refused('tasks.refused.emptied');
    const wrong = dueProblem(input.dueOn, officeDate(at)) ?? (await whoProblem(tx, input, task));
    if (wrong) return wrong;
    const late = await takeVersion(tx.task, id, version);
    if (late) return late;
    await tx.task.update({ where: { id }, data: columnsOf(input), select: { id: true } });
    await note('task.changed', id);
    return ok({ number: task.number });
  },
);

/** Begins a task, puts it back, finishes it, or opens what was closed within a day. */
export const moveTask = command(
  { right, audit: Object.values(TASK_EVENTS), tags: [] },
  async ({ tx, at, note }, { id, version, step }: MoveTaskInput): Promise<Moved> => {
    const task = await findTask(tx, id);
    if (!stepsFrom(task, at).includes(step))
      return refused(step === 'undo' ? 'tasks.refused.undoOver' : 'tasks.refused.notNow');
    const late = await takeVersion(tx.task, id, version);
    if (late) return late;
    await tx.task.update({
      where: { id },
      data: standingAfter(step, task, at),
      select: { id: true },
    });
    await note(TASK_EVENTS[step], id);
    return ok({ number: task.number });
  },
);

/** Nobody does it any more, and why. */
export const dropTask = command(
  { right, audit: ['task.dropped'], tags: [] },
  async ({ tx, at, note }, { id, version, reason }: DropTaskInput): Promise<Moved> => {
    const task = await findTask(tx, id);
    if (!canChange(task.state)) return refused('tasks.refused.closed');
    // Who counsels reads why, and of a person nobody tells the counselling.
    const named = (await isReadByCounselling(tx, task)) ? traceProblem({ reason }) : null;
    if (named) return named;
    const late = await takeVersion(tx.task, id, version);
    if (late) return late;
    await tx.task.update({
      where: { id },
      data: {
        ...{ state: 'DROPPED', closedAt: at },
        reason: (await isEmptied(tx, task)) ? NO_WORDS : reason,
      },
      select: { id: true },
    });
    await note('task.dropped', id);
    return ok({ number: task.number });
  },
);

/** Which tasks somebody wants to see, now and when they come again. */
export const chooseView = command(
  { right, audit: [], tags: [] },
  async ({ tx, actor }, view: ViewInput) => {
    if (view.kind !== '' && !THINGS[view.kind]) return refused('form.error.choose', {}, 'kind');
    await tx.taskView.upsert({
      where: { userId: actor.id },
      create: { userId: actor.id, ...view },
      update: view,
      select: { userId: true },
    });
    return ok(null);
  },
);

async function findTask(tx: Tx, id: string) {
  const task = await tx.task.findUnique({ where: { id } });
  if (!task) throw new AppError('NOT_FOUND');
  return task;
}

async function isReadByCounselling(
  tx: Tx,
  { thingKind, assigneeId }: { thingKind: string; assigneeId: string | null },
): Promise<boolean> {
  if (thingKind !== '' || assigneeId === null) return false;
  return (await readOnlyCounsellors(tx)).some(({ id }) => id === assigneeId);
}

/** Its words went with what a resident handed in, or go in the coming night. */
async function isEmptied(tx: Tx, task: { thingKind: string; thingId: string | null }) {
  const thing = (await thingsOf([task], tx))(task);
  return thing?.isGone === true && goesWithIt(thing.kind);
}

const columnsOf = ({
  text,
  assigneeId,
  assigneeName,
  dueOn,
}: Omit<ChangeTaskInput, 'id' | 'version'>) => ({
  ...{ text, assigneeId: assigneeId || null, assigneeName, wasGiven: assigneeId !== '' },
  dueOn: dueOn === '' ? null : dayColumn(dueOn),
});

/** One does it: somebody of the office, somebody who counsels, or a role or partner by name; whoever has it already may keep it. */
async function whoProblem(
  tx: Tx,
  { text, assigneeId, assigneeName }: Omit<ChangeTaskInput, 'id' | 'version'>,
  kept: { assigneeId: string | null; thingKind: string },
): Promise<Refused | null> {
  if (assigneeId === '') return null;
  if (assigneeName !== '') return refused('tasks.refused.oneDoesIt', {}, 'assigneeName');
  const isIn = (people: readonly { id: string }[]) => people.some(({ id }) => id === assigneeId);
  if (isIn(await readOnlyCounsellors(tx)))
    // What is about a thing they do not read, and of a person nobody tells the counselling.
    return kept.thingKind === ''
      ? traceProblem({ text })
      : refused('tasks.refused.counsellingOfItself', {}, 'assigneeId');
  return isIn(await readColleagues(tx)) || kept.assigneeId === assigneeId
    ? null
    : refused('form.error.choose', {}, 'assigneeId');
}
