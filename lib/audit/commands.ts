import 'server-only';
import type { Actor, Guest, System } from '@/lib/accounts/types';
import type { Tx } from '@/lib/core/db';
import type { AuditEvent } from './types';

/**
 * Writes down, in the same transaction, that somebody did something; when says the database. Guests leave
 * no trace of who they are.
 */
export async function recordAudits(
  actor: Actor | Guest | System,
  tx: Tx,
  action: AuditEvent,
  subjectIds: readonly string[],
): Promise<void> {
  const actorId = actor.kind === 'person' ? actor.id : null;
  const data = subjectIds.map((subjectId) => ({ actorId, action, subjectId }));
  await tx.auditEntry.createMany({ data });
}

/** The same for one thing. */
export const recordAudit = (
  actor: Actor | Guest | System,
  tx: Tx,
  action: AuditEvent,
  subjectId: string,
): Promise<void> => recordAudits(actor, tx, action, [subjectId]);
