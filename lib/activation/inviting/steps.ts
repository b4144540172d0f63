import 'server-only';
import type { Tx } from '@/lib/core/db';
import { forgetMails } from '@/lib/mail/recalling/steps';
import { forgetCallsOf } from '@/lib/mail/steps';

/**
 * They go from the sheet, and with them all that says who was to be invited how: calls, made or not, and mails, unless
 * somebody else shares one.
 */
export async function endInvitations(tx: Tx, invited: readonly { id: string }[]): Promise<number> {
  const ids = invited.map(({ id }) => id);
  // Their mails as they are once nobody invites them at this moment.
  const gone = await tx.$queryRaw<{ mailId: string | null }[]>`
    DELETE FROM activation_invitations WHERE id = ANY(${ids}::uuid[]) RETURNING mail_id::text AS "mailId"`;
  const mails = gone.flatMap(({ mailId }) => (mailId === null ? [] : [mailId]));
  await forgetCallsOf(tx, ids);
  if (mails.length === 0) return gone.length;
  const shared = await tx.activationInvitation.findMany({
    where: { mailId: { in: mails } },
    select: { mailId: true },
  });
  const alone = mails.filter((mail) => !shared.some(({ mailId }) => mailId === mail));
  await forgetMails(tx, alone);
  return gone.length;
}
