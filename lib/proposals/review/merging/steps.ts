import 'server-only';
import type { Tx } from '@/lib/core/db';
import { LISTED_STATES } from '../../rules';
import type { LockedProposal } from '../effects/types';

interface Lead {
  id: string;
  number: number;
  title: string;
}

/**
 * Joins a proposal to the one that was there first: who supports either supports the lead, once.
 * The rows of the joined one stay, so that `separateFromLead` can undo it when the author objects.
 * @returns null when there is no public proposal of that number to join
 */
export async function mergeInto(
  tx: Tx,
  proposal: LockedProposal,
  leadNumber: number,
): Promise<Lead | null> {
  // Held until the end, so that it is still public when it has been joined.
  await tx.$queryRaw`SELECT id FROM proposals WHERE number = ${leadNumber} FOR UPDATE`;
  const lead = await tx.proposal.findFirst({
    where: {
      number: leadNumber,
      publishedAt: { not: null },
      state: { in: LISTED_STATES },
      id: { not: proposal.id },
    },
    select: { id: true, number: true, title: true },
  });
  if (!lead) return null;
  await tx.$executeRaw`
    INSERT INTO proposal_supports (id, proposal_id, user_id)
    SELECT gen_random_uuid(), ${lead.id}::uuid, s.user_id FROM (
      SELECT user_id FROM proposal_supports WHERE proposal_id = ${proposal.id}::uuid
      UNION SELECT author_id FROM proposals WHERE id = ${proposal.id}::uuid AND author_id IS NOT NULL
    ) s
    WHERE s.user_id IS DISTINCT FROM (SELECT author_id FROM proposals WHERE id = ${lead.id}::uuid)
    ON CONFLICT DO NOTHING`;
  await tx.proposal.updateMany({
    where: { id: lead.id },
    data: {
      paperSupporters: { increment: proposal.paperSupporters },
      paperSignatures: { increment: proposal.paperSignatures },
    },
  });
  await tx.proposal.updateMany({
    where: { mergedIntoId: proposal.id },
    data: { mergedIntoId: lead.id },
  });
  return lead;
}

/** Takes a joined proposal out again; who signed in for the lead meanwhile stays with the lead. */
export async function separateFromLead(tx: Tx, proposal: LockedProposal): Promise<number | null> {
  const row = await tx.proposal.findUnique({
    where: { id: proposal.id },
    select: { mergedInto: { select: { id: true, number: true } } },
  });
  const lead = row?.mergedInto;
  if (!lead) return null;
  // Reckoned by the database on the row as it is then: two that come out at once both count.
  await tx.$executeRaw`
    UPDATE proposals SET
      paper_supporters = greatest(0, paper_supporters - ${proposal.paperSupporters}),
      paper_signatures = greatest(0, paper_signatures - ${proposal.paperSignatures})
    WHERE id = ${lead.id}::uuid`;
  return lead.number;
}
