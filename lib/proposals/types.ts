import type { Audience } from '@/lib/core/audience';

export type ProposalState =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'UNDER_REVIEW'
  | 'NEEDS_CLARIFICATION'
  | 'NOT_PUBLISHED'
  | 'PUBLISHED'
  | 'MERGED'
  | 'IN_FORUM'
  | 'IN_VOTE'
  | 'ADOPTED'
  | 'DECLINED'
  | 'ON_HOLD'
  | 'HANDED_OVER'
  | 'STATEMENT_RECEIVED'
  | 'IN_PROGRESS'
  | 'DONE'
  | 'NOT_FEASIBLE'
  | 'WITHDRAWN';

export type IntakeChannel =
  | 'ONLINE'
  | 'OFFICE'
  | 'PHONE'
  | 'POSTCARD'
  | 'OUTREACH'
  | 'FORUM'
  | 'PARTNER';

export type NameChoice = 'FIRST_NAME' | 'INITIALS' | 'NEIGHBOUR';

export type ContactKind = 'MAIL' | 'PHONE' | 'LETTER' | 'NUMBER';

/** Who took a step. Anything else in a step's `by` is the name of a body, as it was typed. */
export type StepTaker = 'author' | 'office' | 'forum' | 'poll';

/** One line of a proposal's history. */
export interface HistoryStep {
  to: ProposalState;
  at: Date;
  /** A `StepTaker` or the name of a body. */
  by: string;
  /** Which step it was, where the state alone does not say it; empty in what was written elsewhere. */
  step: string;
  /** Body it went to; empty when it went to none. */
  bodyName: string;
  /** Session of the Forum it happened in, or that it was put before. */
  session?: { number: number } | null;
  /** As much as whoever reads it may see. */
  note: string;
  /** When and why the note was corrected, the last first; left out where they were not read. */
  corrections?: readonly { at: Date; reason: string }[];
  audience?: never;
}

/** The same for the office, which reads every note and sees who else does. */
export type OfficeHistoryStep = Omit<HistoryStep, 'audience'> & { audience: Audience };

/** Where a proposal stands, ready to be said in one sentence. */
export interface Standing {
  state: ProposalState;
  /** Whole days since it stands so. */
  days: number;
  /** Body that has it now or answered last; empty when there is none. */
  bodyName: string;
  /** The question has reached that body. */
  isAsked: boolean;
  /** Until when the body was asked to answer (`YYYY-MM-DD`), if that was agreed. */
  answerDueOn: string | null;
  /** That day has passed without an answer. */
  isOverdue: boolean;
  /** The Forum is said to have said so, and no session is known that did. */
  isOnlyEntered: boolean;
  /** It was voted on, the poll is over, and the forum has not decided yet. */
  isVoteOver: boolean;
}
