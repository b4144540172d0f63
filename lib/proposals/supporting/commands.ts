import 'server-only';
import { command } from '@/lib/accounts/command';
import { AppError } from '@/lib/core/errors';
import { ok, refused } from '@/lib/core/result';
import { PROPOSAL_RIGHTS } from '../access';
import { maySupportProposal } from '../policy';
import { isPublic, supportersTag } from '../rules';
import type { SupportProposalInput } from './schema';

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
    if (wanted === 'yes' && !maySupportProposal(actor, proposal)) {
      return refused('proposals.refused.notSupportable');
    }
    const key = { proposalId: proposal.id, userId: actor.id };
    if (wanted === 'yes')
      await tx.proposalSupport.createMany({ data: [key], skipDuplicates: true });
    else await tx.proposalSupport.deleteMany({ where: key });
    // One more changes a number and nothing else: what does not show it stays.
    drop(supportersTag(number));
    return ok({ number });
  },
);
