import type { CheckStep } from './types';

/** What whoever checks has looked at; each is a box to tick. */
export const CHECKED = ['question', 'options', 'who', 'times'] as const;

interface Draft {
  draftedById: string | null;
  readyAt: Date | null;
}

/** What somebody can do with a draft: nobody checks what they have written themselves. */
export function checkStepOf(draft: Draft, personId: string): CheckStep {
  if (draft.readyAt === null) return 'writing';
  return draft.draftedById === personId ? 'waits' : 'check';
}
