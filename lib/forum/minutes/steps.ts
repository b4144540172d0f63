import 'server-only';
import type { Tx } from '@/lib/core/db';

/** Another agenda is another paper: whoever wrote, handed over or confirmed by the one before has to look again. */
export async function countAgendaChange(tx: Tx, sessionId: string): Promise<void> {
  await tx.forumSession.update({
    where: { id: sessionId },
    data: { minutesVersion: { increment: 1 } },
    select: { id: true },
  });
}
