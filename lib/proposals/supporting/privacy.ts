import 'server-only';
import type { Leaving } from '@/lib/accounts/steps';
import { dropPages } from '@/lib/core/db';
import { PROPOSALS_TAGS } from '../tags';
import { numbersUpwards } from './steps';

/**
 * Proposals that accounts support count fewer without them: those, and whatever they are joined to. Whoever wrote a
 * joined one counts with its lead.
 */
export const proposalsLeaving: Leaving = {
  goes: { supports: ['ProposalSupport'] },
  remains: { proposals: ['Proposal', 'ProposalWording', 'ProposalStep'] },
  async before(tx, accounts) {
    const those = { in: [...accounts] };
    const counted = await tx.proposal.findMany({
      where: {
        OR: [
          { supports: { some: { userId: those } } },
          { authorId: those, mergedIntoId: { not: null } },
        ],
      },
      select: { id: true },
    });
    const shown = await numbersUpwards(
      tx,
      counted.map(({ id }) => id),
    );
    await dropPages(tx, ...shown.map(PROPOSALS_TAGS.supporters));
  },
};
