import { tag } from '@/lib/core/tags';

export const ACTIVATION_TAGS = {
  formats: tag('activation'),
  /** Whether anything is told to everybody, so that a door leads there. */
  told: tag('activation-told'),
  surveys: tag('activation-surveys'),
};
