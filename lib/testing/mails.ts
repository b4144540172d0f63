import { db } from '@/lib/core/db';
import { openMessage } from '@/lib/mail/seal';
import type { Prisma } from '@/prisma/generated/client';

/** Mails that wait, as their readers will get them; the oldest first. */
export async function mailsAsSent(where: Prisma.OutgoingMailWhereInput = {}) {
  const rows = await db.outgoingMail.findMany({ where, orderBy: { id: 'asc' } });
  return rows.map(({ id, recipient, subject, sealed, createdAt }) => {
    const message = openMessage(sealed);
    if (message === null) throw new Error(`mail ${id} cannot be opened`);
    return { id, recipient, subject, createdAt, ...message };
  });
}
