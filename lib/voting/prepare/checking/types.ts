import type { PollView } from '../../types';

/** Where a draft is on its way to a second pair of eyes. */
export type CheckStep =
  /** Still being written, or sent back with a note. */
  | 'writing'
  /** Waits, and whoever looks at it now may check it. */
  | 'check'
  /** Waits for somebody else. */
  | 'waits';

/** A draft that waits for a second pair of eyes. */
export interface WaitingDraft {
  number: number;
  question: string;
  readyAt: Date;
}

/** What the office knows about the check of a draft. */
export interface CheckView {
  step: CheckStep;
  /** Name of whoever wrote it last; empty when unknown. */
  draftedBy: string;
  readyAt: Date | null;
  /** Of the draft; goes up with every change. */
  version: number;
  /** What whoever checked it last wanted changed. */
  note: string;
  /** People besides the reader who could check it. */
  others: number;
}

/** A draft as somebody of the Forum sees it: complete, and nothing to change. */
export interface DraftToCheck {
  poll: PollView;
  check: CheckView;
}
