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
