import 'server-only';
import type { Tx } from '@/lib/core/db';
import type { AuditEvent } from './types';

/** Who signs in is somebody here only after that. */
export async function recordSignIn(tx: Tx, userId: string, sessionId: string): Promise<void> {
  const action: AuditEvent = 'session.started';
  await tx.auditEntry.create({
    data: { actorId: userId, action, subjectId: sessionId },
    select: { id: true },
  });
}
