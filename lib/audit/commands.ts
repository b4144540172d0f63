import 'server-only';
import type { Actor, Guest, System } from '@/lib/accounts/types';
import type { Tx } from '@/lib/core/db';
import type { AuditEvent } from './types';

/**
 * Writes down, in the same transaction, that somebody did something; when says the database. Guests leave
 * no trace of who they are.
 */
export async function recordAudit(
  actor: Actor | Guest | System,
  tx: Tx,
  action: AuditEvent,
  subjectId: string,
): Promise<void> {
  const actorId = actor.kind === 'person' ? actor.id : null;
  await tx.auditEntry.create({
    data: { actorId, action, subjectId },
    select: { id: true },
  });
}
