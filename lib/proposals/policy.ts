import type { Actor } from '@/lib/accounts/types';
import { isSupportable } from './rules';
import type { ProposalState } from './types';

/** Once per person, and not one's own: whoever proposed something is for it already. */
export function canSupport(
  actor: Actor,
  proposal: { state: ProposalState; authorId: string | null },
): boolean {
  return isSupportable(proposal.state) && proposal.authorId !== actor.id;
}
