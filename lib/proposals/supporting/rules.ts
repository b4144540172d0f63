import type { ProposalState } from '../types';
import type { SupportHindrance } from './types';

const OF_STATE: Partial<Record<ProposalState, SupportHindrance>> = {
  DONE: 'finished',
  MERGED: 'merged',
  WITHDRAWN: 'withdrawn',
};

/** Why a proposal in this state counts nobody any more: what stands on the page instead of the question. */
export function hindranceIn(state: ProposalState): SupportHindrance {
  return OF_STATE[state] ?? 'closed';
}

const OVER: readonly ProposalState[] = ['DONE', 'WITHDRAWN', 'MERGED'];

/** What was decided against can be taken up again; what is done, taken back or joined to nothing that is left cannot. */
export const canComeTrue = (lead: ProposalState): boolean => !OVER.includes(lead);
