import { isOpenToAddresses } from '../../rules';
import type { PollRule } from '../../types';
import type { CheckStep } from './types';

/** What whoever checks has looked at; each is a box to tick. */
export const CHECKED = ['question', 'options', 'who', 'times'] as const;

/** The same where money is given out and an e-mail address is enough to vote. */
export const CHECKED_FOR_MONEY = [...CHECKED, 'money'] as const;

/** What has to be ticked for this poll. */
export function partsToCheck(
  rule: Pick<PollRule, 'method' | 'channels' | 'needsForumRight'> & { cardBatch: object | null },
): readonly (typeof CHECKED_FOR_MONEY)[number][] {
  return rule.method === 'BUDGET' && isOpenToAddresses(rule) ? CHECKED_FOR_MONEY : CHECKED;
}

/** Whose roles let them look at what somebody else wrote, or agree to what somebody else asked for. */
export const CHECKERS = ['COORDINATOR', 'ADMIN', 'REPRESENTATIVE'] as const;

interface Draft {
  draftedById: string | null;
  readyAt: Date | null;
}

/** What somebody can do with a draft: nobody checks what they have written themselves. */
export function checkStepOf(draft: Draft, personId: string): CheckStep {
  if (draft.readyAt === null) return 'writing';
  return draft.draftedById === personId ? 'waits' : 'check';
}
