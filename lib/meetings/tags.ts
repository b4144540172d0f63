import { tag } from '@/lib/core/tags';

export const MEETINGS_TAGS = {
  /** What was brought back from meetings with others. */
  broughtBack: tag('meetings'),
};
