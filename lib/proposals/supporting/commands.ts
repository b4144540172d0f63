import 'server-only';
import { mayVote } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { dropPages, inTransaction } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { maySupportProposal } from '../policy';
import { isPublic } from '../rules';
import type { SupportProposalInput } from './schema';

/**
 * "This matters to me too", or taking that back. Once per person: the database holds the rule, so
 * saying it twice changes nothing.
 */
export async function supportProposal(
  visitor: Visitor,
  input: SupportProposalInput,
): Promise<Result<{ number: number }>> {
  if (visitor.kind === 'guest') throw new AppError('SIGN_IN_REQUIRED');
  if (!mayVote(visitor)) return refused('proposals.refused.officeSupportsNobody');
  const { number, wanted } = input;
  return inTransaction(async (tx) => {
    const proposal = await tx.proposal.findUnique({
      where: { number },
      select: { id: true, state: true, publishedAt: true, authorId: true },
    });
    if (!proposal || !isPublic(proposal.state, proposal.publishedAt))
      throw new AppError('NOT_FOUND');
    if (wanted === 'yes' && !maySupportProposal(visitor, proposal)) {
      return refused('proposals.refused.notSupportable');
    }
    const key = { proposalId: proposal.id, userId: visitor.id };
    if (wanted === 'yes')
      await tx.proposalSupport.createMany({ data: [key], skipDuplicates: true });
    else await tx.proposalSupport.deleteMany({ where: key });
    await dropPages(tx, 'proposals', `proposal:${number}`);
    return ok({ number });
  });
}
