import 'server-only';
import { command } from '@/lib/accounts/command';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { TASKS_RIGHTS } from '../access';
import { readAbsences, readColleagues, readCounsellors } from '../people';
import { absenceProblem, overlap } from '../rules';
import type { AbsenceDays } from '../types';
import type { AddAbsenceInput, AddOwnAbsenceInput, EndAbsenceInput } from './schema';

const right = TASKS_RIGHTS.absences;

/** Somebody will be away, and meanwhile their tasks are somebody else's. */
export const addAbsence = command(
  { right, audit: ['taskAbsence.added'], tags: [] },
  async ({ tx, at, note }, input: AddAbsenceInput): Promise<Result<{ id: string }>> => {
    const { userId, from, until } = input;
    const deputyId = input.deputyId || null;
    const wanted = { userId, deputyId, from, until };
    const wrong =
      absenceProblem(wanted, officeDate(at)) ?? (await peopleProblem(tx, wanted, false));
    if (wrong) return wrong;
    const made = await tx.taskAbsence.create({
      data: { userId, deputyId, fromDay: dayColumn(from), untilDay: dayColumn(until) },
      select: { id: true },
    });
    await note('taskAbsence.added', made.id);
    return ok(made);
  },
);

/** They are back, or did not go: their tasks are theirs again at once. */
export const endAbsence = command(
  { right, audit: ['taskAbsence.ended'], tags: [] },
  async ({ tx, note }, { id }: EndAbsenceInput) => {
    const { count } = await tx.taskAbsence.deleteMany({ where: { id, counselling: false } });
    if (count === 0) throw new AppError('NOT_FOUND');
    await note('taskAbsence.ended', id);
    return ok({ id });
  },
);

/**
 * Somebody who counsels will be away from that, and somebody else who counsels does what is theirs meanwhile. Written
 * down nowhere else: the office's own log knows nothing of the counselling.
 */
export const addOwnAbsence = command(
  { right: TASKS_RIGHTS.desk, audit: [], tags: [] },
  async ({ tx, actor, at }, input: AddOwnAbsenceInput): Promise<Result<null>> => {
    const { from, until } = input;
    const wanted = { userId: actor.id, deputyId: input.deputyId || null, from, until };
    const wrong = absenceProblem(wanted, officeDate(at)) ?? (await peopleProblem(tx, wanted, true));
    if (wrong) return wrong;
    await tx.taskAbsence.create({
      data: {
        ...{ userId: actor.id, deputyId: wanted.deputyId, counselling: true },
        ...{ fromDay: dayColumn(from), untilDay: dayColumn(until) },
      },
      select: { id: true },
    });
    return ok(null);
  },
);

/** One's own: they are back, or did not go. */
export const endOwnAbsence = command(
  { right: TASKS_RIGHTS.desk, audit: [], tags: [] },
  async ({ tx, actor }, { id }: EndAbsenceInput): Promise<Result<null>> => {
    const { count } = await tx.taskAbsence.deleteMany({
      where: { id, userId: actor.id, counselling: true },
    });
    if (count === 0) throw new AppError('NOT_FOUND');
    return ok(null);
  },
);

/**
 * Nobody is away twice on the same day, for two deputies would have the same tasks. Whoever enters an absence waits
 * for whoever is entering one of the same person or deputy, and then sees it.
 */
async function peopleProblem(
  tx: Tx,
  wanted: AbsenceDays,
  counselling: boolean,
): Promise<Refused | null> {
  const { userId, deputyId } = wanted;
  const ids = [userId, ...(deputyId ? [deputyId] : [])];
  // In one order, or two who name each other would wait for ever.
  await tx.$queryRaw`SELECT id FROM users WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const colleagues = await (counselling ? readCounsellors(tx) : readColleagues(tx));
  const isKnown = (id: string) => colleagues.some((one) => one.id === id);
  if (!isKnown(userId)) return refused('form.error.choose', {}, 'userId');
  if (deputyId && !isKnown(deputyId)) return refused('form.error.choose', {}, 'deputyId');
  const same = (await readAbsences(tx, counselling)).filter((one) => overlap(one, wanted));
  if (same.some((one) => one.userId === userId))
    return refused('tasks.refused.awayAlready', {}, 'from');
  if (same.some((one) => one.userId === deputyId))
    return refused('tasks.refused.deputyAway', {}, 'deputyId');
  return null;
}
