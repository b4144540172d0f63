import 'server-only';
import type { Actor, Guest, System } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { newRowId } from '@/lib/core/row-id';
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
  const at = now();
  const ids = subjectIds.map(() => newRowId(at));
  // Two values, however many there are: whoever acts holds what it is about meanwhile.
  await tx.$executeRaw`
    INSERT INTO audit_entries (id, actor_id, action, subject_id)
    SELECT id, ${actorId}::uuid, ${action}, subject
    FROM unnest(${ids}::uuid[], ${[...subjectIds]}::text[]) AS entry (id, subject)`;
}

/** The same for one thing. */
export const recordAudit = (
  actor: Actor | Guest | System,
  tx: Tx,
  action: AuditEvent,
  subjectId: string,
): Promise<void> => recordAudits(actor, tx, action, [subjectId]);
