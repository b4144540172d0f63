import 'server-only';
import type { Tx } from '@/lib/core/db';
import type { Prisma } from '@/prisma/generated/client';

/**
 * Mails that have not left yet, or could not, leave no more: what they say is no longer so. One that is with the
 * mail server at this moment may have left; it stays until that has answered, and is not tried again.
 */
export async function keepMailsBack(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await keepBack(tx, { id: { in: [...ids] } });
}

/** The same of all that is about one thing, however many they are. */
export const keepMailsAboutBack = (tx: Tx, aboutId: string): Promise<void> =>
  keepBack(tx, { aboutId });

async function keepBack(tx: Tx, which: Prisma.OutgoingMailWhereInput): Promise<void> {
  const where = { ...which, state: { in: ['QUEUED' as const, 'FAILED' as const] } };
  // All of them first: one that begins to leave between the two statements is found by neither else.
  await tx.outgoingMail.updateMany({ where, data: { keptBack: true } });
  await tx.outgoingMail.deleteMany({ where: { ...where, leavingAt: null } });
}

/** Addresses a mail about this has left to, or is just leaving to; such mails are kept for 30 days. */
export async function listMailedAbout(tx: Tx, aboutId: string): Promise<string[]> {
  const mails = await tx.outgoingMail.findMany({
    where: { aboutId, OR: [{ state: 'SENT' }, { leavingAt: { not: null } }] },
    select: { recipient: true },
  });
  return mails.map(({ recipient }) => recipient);
}

/** Mails go, those that have left and those that have not; one that is with the mail server as `keepMailsBack` says. */
export async function forgetMails(tx: Tx, ids: readonly string[]): Promise<void> {
  await keepMailsBack(tx, ids);
  await tx.outgoingMail.deleteMany({ where: { id: { in: [...ids] }, state: 'SENT' } });
}
