import type { EntryField, EntryWords } from './types';

/** In the order in which they are told. */
const FIELDS: readonly EntryField[] = [
  ...(['title', 'time', 'place', 'description', 'audience', 'accessible', 'kind'] as const),
  'districts',
];

/** What is said otherwise now; of what stayed the same nobody has to hear. */
export function changedFields(before: EntryWords, after: EntryWords): EntryField[] {
  return FIELDS.filter((field) => before[field] !== after[field]);
}
