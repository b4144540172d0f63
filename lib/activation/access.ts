import { mayCoordinate } from '@/lib/accounts/policy';
import { everybodys, right } from '@/lib/accounts/right';

/** Who may do what with the ways the office tries to activate people. */
export const ACTIVATION_RIGHTS = {
  /** Formats, their trials, what came of them, what is told to everybody. */
  formats: right('activation.formats', mayCoordinate),
  /** What neighbours are asked, what they answered, who wants to be invited. */
  surveys: right('activation.surveys', mayCoordinate),
  /** Answers, or asks to be invited; nobody needs an account. */
  answer: everybodys('activation.answer'),
};
