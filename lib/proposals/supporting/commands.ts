import 'server-only';
import { command } from '@/lib/accounts/command';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, refused } from '@/lib/core/result';
import { PROPOSAL_RIGHTS } from '../access';
import { canSupport } from '../policy';
import { isPublic } from '../rules';
import { PROPOSALS_TAGS } from '../tags';
import { joinedTo } from './fragments';
import type { SupportProposalInput } from './schema';
import { numbersUpwards } from './steps';

/**
 * "This matters to me too", or taking that back. Once per person: the database holds the rule, so
 * saying it twice changes nothing.
 */
export const supportProposal = command(
  // Who supports what is nobody's business: the row is all there is.
  { right: PROPOSAL_RIGHTS.support, audit: [], tags: [] },
  async ({ tx, actor, drop }, { number, wanted }: SupportProposalInput) => {
    const proposal = await tx.proposal.findUnique({
      where: { number },
      select: { id: true, state: true, publishedAt: true, authorId: true },
    });
    if (!proposal || !isPublic(proposal.state, proposal.publishedAt))
      throw new AppError('NOT_FOUND');
    if (wanted === 'yes' && !canSupport(actor, proposal)) {
      return refused('proposals.refused.notSupportable');
    }
    const key = { proposalId: proposal.id, userId: actor.id };
    if (wanted === 'yes')
      await tx.proposalSupport.createMany({ data: [key], skipDuplicates: true });
    else await takeBack(tx, key);
    // One more changes a number and nothing else: what does not show it stays.
    drop(...(await numbersUpwards(tx, [proposal.id])).map(PROPOSALS_TAGS.supporters));
    return ok({ number });
  },
);

/** Also what they said to one that is joined to it: they were counted once, and are not any more. */
async function takeBack(
  tx: Tx,
  { proposalId, userId }: { proposalId: string; userId: string },
): Promise<void> {
  await tx.$executeRaw`
    ${joinedTo([proposalId])}
    DELETE FROM proposal_supports WHERE user_id = ${userId}::uuid AND proposal_id IN (SELECT id FROM joined)`;
}
