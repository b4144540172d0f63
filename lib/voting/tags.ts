import { tag } from '@/lib/core/tags';

export const VOTING_TAGS = {
  /** Dropped when a poll is scheduled, called off or counted; never by a vote. */
  polls: tag('polls'),
};
