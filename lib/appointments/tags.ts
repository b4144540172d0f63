import { tag } from '@/lib/core/tags';

export const APPOINTMENTS_TAGS = {
  /** What is free, and when the doors are open. */
  times: tag('appointments'),
};
