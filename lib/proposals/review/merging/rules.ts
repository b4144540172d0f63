import type { HistoryStep, ProposalState } from '../../types';

const IN_REVIEW: readonly ProposalState[] = ['SUBMITTED', 'UNDER_REVIEW', 'NEEDS_CLARIFICATION'];

interface Joined {
  publishedAt: Date | null;
  voteClosesAt: Date | null;
}

/**
 * Where a joined proposal stands when it goes its own way again: where it stood before, as far as that can still be
 * so. What nobody had decided about yet is reviewed; a vote that is over is for the Forum to talk about; a body
 * that was asked has been told nothing more since, so that it is asked anew.
 */
export function stateAfterMerger(
  history: readonly Pick<HistoryStep, 'to'>[],
  { publishedAt, voteClosesAt }: Joined,
  at: Date,
): ProposalState {
  const merged = history.findLastIndex(({ to }) => to === 'MERGED');
  const before = history.slice(0, Math.max(0, merged)).findLast(({ to }) => to !== 'MERGED')?.to;
  if (publishedAt === null || before === undefined || IN_REVIEW.includes(before))
    return publishedAt === null ? 'UNDER_REVIEW' : 'PUBLISHED';
  if (before === 'IN_VOTE') return voteClosesAt && voteClosesAt > at ? 'IN_VOTE' : 'IN_FORUM';
  return before === 'HANDED_OVER' ? 'ADOPTED' : before;
}

const ENDS: readonly ProposalState[] = ['DECLINED', 'NOT_FEASIBLE', 'WITHDRAWN', 'NOT_PUBLISHED'];

/**
 * It comes to nothing, and with it nothing comes of what was joined to it, unless that goes on alone. What is
 * finished is finished for all of them; what is joined to another itself takes along what is joined to it.
 */
export function endsForJoined(state: ProposalState): boolean {
  return ENDS.includes(state);
}
