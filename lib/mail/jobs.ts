import 'server-only';
import type { System } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { deliver } from './transport';

/**
 * Sends one queued mail. Fails (and is tried again later, for about three days) while the mail server
 * does not take it; the same Message-ID each time lets the receiving side recognise a repetition.
 */
export async function sendQueuedMail(_system: System, mailId: string): Promise<void> {
  const mail = await db.outgoingMail.findUnique({ where: { id: mailId } });
  if (!mail || mail.state === 'SENT') return;
  try {
    await deliver(mail);
  } catch (error) {
    const problem = error instanceof Error ? error.name : 'Error';
    await db.outgoingMail.update({
      where: { id: mailId },
      data: { attempts: { increment: 1 }, state: 'FAILED', problem },
    });
    throw error;
  }
  await db.outgoingMail.update({
    where: { id: mailId },
    data: { attempts: { increment: 1 }, state: 'SENT', problem: '', sentAt: now() },
  });
}
