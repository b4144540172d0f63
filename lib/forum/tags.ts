import { tag, tagOfOne } from '@/lib/core/tags';

export const FORUM_TAGS = {
  sessions: tag('forum'),
  /** How many are free in one session: a sign-up changes nothing else. */
  seats: tagOfOne<string>('seats'),
};
