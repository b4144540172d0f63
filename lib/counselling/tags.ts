import { tag } from '@/lib/core/tags';

export const COUNSELLING_TAGS = {
  topics: tag('counselling-topics'),
  /** Whether there is a counselling to speak of. */
  offer: tag('counselling-offer'),
};
