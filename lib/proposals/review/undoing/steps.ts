import 'server-only';
import type { Tx } from '@/lib/core/db';
import { type Refused, refused } from '@/lib/core/result';
import type { ProposalState } from '../../types';
import type { LockedProposal } from '../effects/types';
import { stateToGoBackTo, TAKE_BACK_HOURS } from './rules';

interface Back {
  to: ProposalState;
  voteClosesAt: Date | null;
}

/** Where a proposal goes back to whose last step was entered by mistake. */
export async function wayBack(
  tx: Tx,
  { id: proposalId }: LockedProposal,
  at: Date,
): Promise<Back | Refused> {
  const history = await tx.proposalStep.findMany({
    where: { proposalId },
    select: { to: true, step: true, at: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const to = stateToGoBackTo(history, at);
  if (to === null) return refused('proposals.refused.stepStays', { hours: TAKE_BACK_HOURS });
  if (to !== 'IN_VOTE') return { to, voteClosesAt: null };
  // Also of a vote that is over: it waits for the Forum with its numbers. One that was called off meanwhile has none.
  const poll = await tx.poll.findFirst({
    where: {
      proposalId,
      isTest: false,
      state: { notIn: ['DRAFT', 'CANCELLED'] },
      opensAt: { lte: at },
    },
    orderBy: { closesAt: 'desc' },
    select: { closesAt: true },
  });
  return poll ? { to, voteClosesAt: poll.closesAt } : { to: 'IN_FORUM', voteClosesAt: null };
}
