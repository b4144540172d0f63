import 'server-only';
import type { System } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { holdCase, moveCases } from '@/lib/cases/steps';
import { now } from '@/lib/core/clock';
import { db, dropPages, inTransaction } from '@/lib/core/db';
import { eachAlone } from '@/lib/core/each-alone';
import { ok } from '@/lib/core/result';
import { PROPOSALS } from '../../steps';
import { PROPOSALS_TAGS } from '../../tags';

/**
 * The mail with the question has left the house: from now on the body is asked, and not before. Doing it twice changes
 * nothing.
 */
export async function noteQuestionSent(who: System, mailId: string): Promise<void> {
  await inTransaction<null>(async (tx) => {
    const mail = await tx.outgoingMail.findUnique({
      where: { id: mailId },
      select: { sentAt: true },
    });
    const found = await tx.handover.findFirst({ where: { mailId }, select: { proposalId: true } });
    if (!found || !mail?.sentAt) return ok(null);
    const proposal = await holdCase(tx, PROPOSALS, { id: found.proposalId });
    // Asked behind the lock: who held the case until now may have closed it.
    const [asked] = await tx.handover.updateManyAndReturn({
      where: { mailId, sentAt: null },
      data: { sentAt: mail.sentAt, sentHow: 'PROGRAM' },
      select: { closedAt: true, partner: { select: { name: true } } },
    });
    // One that had left when it was closed is known to have been asked, and goes on no further.
    if (!asked || asked.closedAt) return ok(null);
    await moveCases(
      { tx, at: now() },
      PROPOSALS,
      { ids: [proposal.id], state: proposal.state },
      {
        ...{ office: null, path: [proposal.state], by: 'office', byOwner: false, told: false },
        ...{
          note: '',
          audience: 'PUBLIC',
          history: { step: 'send', bodyName: asked.partner.name },
        },
        // Nobody decides otherwise because of it.
        versionTaken: true,
      },
    );
    await recordAudit(who, tx, 'proposal.questionSent', proposal.id);
    await dropPages(tx, PROPOSALS_TAGS.lists, PROPOSALS_TAGS.proposal(proposal.number));
    return ok(null);
  });
}

/** Questions whose mail has left while the job that notes it was lost, with a backup, say. */
export async function followSentQuestions(who: System): Promise<void> {
  const unnoted = await db.$queryRaw<{ mailId: string }[]>`
    SELECT mail.id::text AS "mailId" FROM handovers
    JOIN outgoing_mails AS mail ON mail.id = handovers.mail_id
    WHERE handovers.sent_at IS NULL AND mail.state = 'SENT'`;
  await eachAlone(unnoted, ({ mailId }) => noteQuestionSent(who, mailId));
}
