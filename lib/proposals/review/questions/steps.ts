import 'server-only';
import { dayColumn } from '@/lib/core/day.mjs';
import { officeDate } from '@/lib/core/office-time';
import { type Refused, refused } from '@/lib/core/result';
import type { Need } from '../../way/rules';
import type { LockedProposal } from '../effects/types';
import { isAnswerMissing } from '../rules';

interface Asking {
  proposal: LockedProposal;
  given: Partial<Record<Need, string>>;
  at: Date;
}

/** The question to the author and the day of its answer; asked once more, its time begins anew. */
export function questionOf({
  given: { question = '', dueOn = '' },
  at,
}: Asking): { question: string; answerBy: Date; stateSince: Date } | Refused {
  if (dueOn <= officeDate(at)) return refused('proposals.refused.noTimeToAnswer', {}, 'dueOn');
  return { question, answerBy: dayColumn(dueOn), stateSince: at };
}

/** That no answer came is a reason only where one was asked for until a day that is over. */
export function whyNoReason({ proposal, given: { moderationReason }, at }: Asking): Refused | null {
  if (moderationReason !== 'no_answer' || isAnswerMissing(proposal, officeDate(at))) return null;
  return refused('proposals.refused.answerNotMissing', {}, 'moderationReason');
}
