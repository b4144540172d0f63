import { EMPTIED_TITLE } from '../rules';
import type { ProposalState } from '../types';
import type { CardStays } from './types';

interface Card {
  /** Typed in by the office for somebody. */
  onBehalf: boolean;
  /** Another wording was agreed. */
  hasWording: boolean;
  state: ProposalState;
  title: string;
}

/**
 * Only what the office typed from a card or a call can be typed wrongly by it; what somebody wrote themselves stays as
 * it came. Nobody votes on words that change meanwhile.
 * @returns null where they can be corrected
 */
export function whyCardStays({ onBehalf, hasWording, state, title }: Card): CardStays | null {
  if (!onBehalf) return 'ownWords';
  if (hasWording) return 'agreed';
  if (['WITHDRAWN', 'NOT_PUBLISHED', 'DRAFT'].includes(state) || title === EMPTIED_TITLE)
    return 'over';
  return state === 'IN_VOTE' ? 'inVote' : null;
}
