import 'server-only';
import { dayColumn } from '@/lib/core/day.mjs';
import { db, inTransaction, type Tx } from '@/lib/core/db';
import { officeMonthsAgo, officeToday } from '@/lib/core/office-time';
import { ok, type Result } from '@/lib/core/result';
import { NO_WORDS } from './rules';
import { goesWithIt, listKept, thingsOf } from './things';

const MONTHS_KEPT = 12;

/**
 * Twelve months after it was done or dropped a task is deleted; an absence is the night after its last day. What a
 * task says about something a resident handed in goes with that. Part of the daily sweep, safe to repeat.
 */
export async function forgetOldTasks(): Promise<Result<{ tasks: number; emptied: number }>> {
  const gone = await findOrphans();
  return inTransaction(async (tx) => {
    const emptied = await tx.task.updateMany({
      where: { id: { in: gone } },
      data: { text: '', thingId: null, version: { increment: 1 } },
    });
    await tx.task.updateMany({
      where: { id: { in: gone }, reason: { not: '' } },
      data: { reason: NO_WORDS },
    });
    const tasks = await tx.task.deleteMany({
      where: { closedAt: { lt: officeMonthsAgo(MONTHS_KEPT) } },
    });
    await tx.counsellorTask.deleteMany({
      where: { closedAt: { lt: officeMonthsAgo(MONTHS_KEPT) } },
    });
    await forgetEndedKept(tx);
    await tx.taskAbsence.deleteMany({ where: { untilDay: { lt: dayColumn(officeToday()) } } });
    return ok({ tasks: tasks.count, emptied: emptied.count });
  });
}

/** Who saw to what is ended. What is given in between is not looked at: its task is there already. */
async function forgetEndedKept(tx: Tx): Promise<void> {
  const given = await tx.keptTaskDoer.findMany({ select: { taskId: true } });
  const kept = new Set((await listKept(tx)).map(({ id }) => id));
  const ended = given.map(({ taskId }) => taskId).filter((id) => !kept.has(id));
  await tx.keptTaskDoer.deleteMany({ where: { taskId: { in: ended } } });
}

/** Tasks about something a resident handed in that is not there any more; it never comes back. */
async function findOrphans(): Promise<string[]> {
  const rows = await db.task.findMany({
    where: { thingId: { not: null } },
    select: { id: true, thingKind: true, thingId: true },
  });
  const asked = rows.filter(({ thingKind }) => goesWithIt(thingKind));
  const thingOf = await thingsOf(asked);
  return asked.filter((row) => thingOf(row)?.isGone).map(({ id }) => id);
}
