import 'server-only';
import { command } from '@/lib/accounts/command';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { TASKS_RIGHTS } from '../access';
import { readColleagues } from '../people';
import { listKept } from '../things';
import type { GiveKeptInput } from './schema';

/**
 * Somebody of the office sees to what was asked for in public, or nobody does any more. What everybody reads of it, the
 * role that was asked, stays as it is.
 */
export const giveKept = command(
  { right: TASKS_RIGHTS.tasks, audit: ['keptTask.given', 'keptTask.taken'], tags: [] },
  async ({ tx, note }, input: GiveKeptInput): Promise<Result<{ id: string }>> => {
    const { id, assigneeId } = input;
    if (!(await listKept(tx)).some((one) => one.id === id)) throw new AppError('NOT_FOUND');
    const wrong = assigneeId === '' ? null : await personProblem(tx, assigneeId);
    if (wrong) return wrong;
    const late = await write(tx, input);
    if (late) return late;
    await note(assigneeId === '' ? 'keptTask.taken' : 'keptTask.given', id);
    return ok({ id });
  },
);

async function personProblem(tx: Tx, assigneeId: string): Promise<Refused | null> {
  const isThere = (await readColleagues(tx)).some(({ id }) => id === assigneeId);
  return isThere ? null : refused('form.error.choose', {}, 'assigneeId');
}

/** One of two who saw the same: a row that is there is changed under its version, the first one is made once. */
async function write(tx: Tx, { id, version, assigneeId }: GiveKeptInput): Promise<Refused | null> {
  if (assigneeId === '') {
    if (version === 0) return refused('form.error.choose', {}, 'assigneeId');
    const { count } = await tx.keptTaskDoer.deleteMany({ where: { taskId: id, version } });
    return count === 1 ? null : refused(CHANGED_MEANWHILE);
  }
  if (version === 0) {
    const { count } = await tx.keptTaskDoer.createMany({
      data: [{ taskId: id, userId: assigneeId }],
      skipDuplicates: true,
    });
    return count === 1 ? null : refused(CHANGED_MEANWHILE);
  }
  const { count } = await tx.keptTaskDoer.updateMany({
    where: { taskId: id, version },
    data: { userId: assigneeId, version: { increment: 1 } },
  });
  return count === 1 ? null : refused(CHANGED_MEANWHILE);
}
