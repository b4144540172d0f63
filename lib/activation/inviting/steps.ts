import 'server-only';
import type { Tx } from '@/lib/core/db';
import { keepMailsBack } from '@/lib/mail/steps';

interface Invited {
  id: string;
  mailId: string | null;
}

/**
 * They go from the sheet, and with them all that says who was to be invited how: calls, made or not, and mails, unless
 * somebody else shares one.
 */
export async function endInvitations(tx: Tx, invited: readonly Invited[]): Promise<number> {
  const ids = invited.map(({ id }) => id);
  const mails = invited.flatMap(({ mailId }) => (mailId === null ? [] : [mailId]));
  const { count } = await tx.activationInvitation.deleteMany({ where: { id: { in: ids } } });
  await tx.callListItem.deleteMany({ where: { caseId: { in: ids } } });
  if (mails.length === 0) return count;
  const shared = await tx.activationInvitation.findMany({
    where: { mailId: { in: mails } },
    select: { mailId: true },
  });
  const alone = mails.filter((mail) => !shared.some(({ mailId }) => mailId === mail));
  await keepMailsBack(tx, alone);
  await tx.outgoingMail.deleteMany({ where: { id: { in: alone }, state: 'SENT' } });
  return count;
}
