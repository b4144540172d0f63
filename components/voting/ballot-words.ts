import type { Titles } from '@/components/form/title';
import type { PollMethod, PollOptionView } from '@/lib/elections/results/types';

/** Sentences of the ballot, in the reader's language. */
export interface BallotWords {
  overline: string;
  instruction: string;
  secret: string;
  abstain: string;
  abstainHint: string;
  toCheck: string;
  checkTitle: string;
  checkFinal: string;
  chosen: string;
  ageLabel: string;
  cast: string;
  change: string;
  pending: string;
  titles: Titles;
  errorTitle: string;
  failedTitle: string;
  errorPrefix: string;
  honeypot: string;
  withdrawn: string;
  /** Rank or points by number; `[0]` is "none". Empty where options are only ticked. */
  numbers: string[];
  /** How much of the ballot is used so far, by options or points given; empty: nothing to tell. */
  used: string[];
  /** After more than allowed was given. */
  usedTooMuch: string;
  /** What the chosen projects cost together; `{sum}` stands for the amount. Empty without a budget. */
  sum: string;
  /** Only where somebody fills in the ballot for a caller. */
  readOut: string;
}

export interface BallotOffer {
  number: number;
  question: string;
  method: PollMethod;
  maxChoices: number;
  options: (PollOptionView & { price: string })[];
  /** Ids of options withdrawn by law. */
  withdrawn: readonly string[];
  locale: string;
  /** Language of question and options when it is not the page's. */
  lang?: string | undefined;
}

export type StepProps = {
  ballot: BallotOffer;
  words: BallotWords;
  /** Chosen option ids with their numbers, or the abstention. */
  marks: string[];
  error?: string | undefined;
};
