import { tag } from '@/lib/core/tags';

export const ACCOUNTS_TAGS = {
  /** What people are called where everybody reads it. */
  names: tag('accounts-names'),
};
