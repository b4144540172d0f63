import 'server-only';
import { recordAudit } from '@/lib/audit/commands';
import { inTransaction } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result } from '@/lib/core/result';
import type { Actor, Visitor, WorkArea } from '../types';

/**
 * Changes the area this browser works in. Only whoever holds the rights of both has one to choose; from
 * the next click on those of the other one do not count here.
 */
export async function chooseArea(
  actor: Actor,
  area: WorkArea,
): Promise<Result<{ area: WorkArea }>> {
  if (actor.area === null) throw new AppError('NOT_FOUND');
  return inTransaction(async (tx) => {
    await tx.userSession.updateMany({
      where: { id: actor.sessionId, userId: actor.id },
      data: { area },
    });
    await recordAudit(actor, tx, `session.area.${area}`, actor.sessionId);
    return ok({ area });
  });
}

/** Signs this browser out. */
export async function signOut(visitor: Visitor): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    if (visitor.kind === 'person') {
      await tx.userSession.deleteMany({ where: { id: visitor.sessionId } });
    }
    return ok(null);
  });
}

/** Signs one of one's own browsers out. */
export async function endSession(actor: Actor, sessionId: string): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const ended = await tx.userSession.deleteMany({ where: { id: sessionId, userId: actor.id } });
    if (ended.count === 0) throw new AppError('NOT_FOUND');
    return ok(null);
  });
}

/** Signs all one's browsers out, this one too. */
export async function endAllSessions(actor: Actor): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    await tx.userSession.deleteMany({ where: { userId: actor.id } });
    return ok(null);
  });
}
