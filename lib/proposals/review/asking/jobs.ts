import 'server-only';
import type { System } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { holdCase, moveCases } from '@/lib/cases/steps';
import { now } from '@/lib/core/clock';
import { dropPages, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { PROPOSALS } from '../../steps';

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
    const asked = await tx.handover.findFirst({
      where: { mailId },
      select: { id: true, proposalId: true, closedAt: true, partner: { select: { name: true } } },
    });
    if (!asked || !mail?.sentAt) return ok(null);
    const proposal = await holdCase(tx, PROPOSALS, { id: asked.proposalId });
    const { count } = await tx.handover.updateMany({
      where: { id: asked.id, mailId, sentAt: null },
      data: { sentAt: mail.sentAt, sentHow: 'PROGRAM' },
    });
    // One that had left when it was closed is known to have been asked, and goes on no further.
    if (count === 0 || asked.closedAt) return ok(null);
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
    await dropPages(tx, 'proposals', 'home', `proposal:${proposal.number}`);
    return ok(null);
  });
}
