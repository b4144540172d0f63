import { tag, tagOfOne } from '@/lib/core/tags';

export const PROPOSALS_TAGS = {
  lists: tag('proposals'),
  proposal: tagOfOne<number>('proposal'),
  /** How many it matters to: a click changes nothing else. */
  supporters: tagOfOne<number>('supporters'),
};
