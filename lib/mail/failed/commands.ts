import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { inTransaction } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result } from '@/lib/core/result';
import { addJob } from '@/lib/jobs/commands';
import type { FailedMailInput } from './schema';

/** Sends a mail once more, or takes it off because the office told the person itself. */
export async function handleFailedMail(
  actor: Visitor,
  input: FailedMailInput,
): Promise<Result<{ id: string }>> {
  if (actor.kind === 'guest') throw new AppError('SIGN_IN_REQUIRED');
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  const { id, way } = input;
  return await inTransaction(async (tx) => {
    // Mails with a code never fail: they end with it.
    const failed = { id, state: 'FAILED' as const };
    const { count } =
      way === 'retry'
        ? await tx.outgoingMail.updateMany({ where: failed, data: { state: 'QUEUED' } })
        : await tx.outgoingMail.deleteMany({ where: failed });
    // Already sent or handled by a colleague: what was wanted is so.
    if (count === 0) return ok({ id });
    if (way === 'retry') await addJob(actor, tx, 'send-mail', { mailId: id });
    await recordAudit(actor, tx, way === 'retry' ? 'mail.retried' : 'mail.dropped', id);
    return ok({ id });
  });
}
