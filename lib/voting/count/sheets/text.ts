import { countSteps } from './rules';

type Say = (key: string, params?: Record<string, string | number>) => string;

/** The steps on one sheet of paper, to tick off and to sign, for `lib/print/templates/steps.typ`. */
export function countChecklist(
  poll: { number: number; question: string },
  isHands: boolean,
  sayAny: Say,
) {
  return {
    title: sayAny('counting.checklist.title'),
    subject: poll.question,
    overline: sayAny('counting.checklist.overline', { number: poll.number }),
    question: poll.question,
    // messages: counting.handStep.* counting.step.*
    steps: countSteps(isHands).map((step) => sayAny(`counting.${step}`)),
    signatures: [sayAny('counting.checklist.first'), sayAny('counting.checklist.second')],
    note: sayAny('counting.checklist.foot'),
  };
}
