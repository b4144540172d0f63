import type { BallotChannel, ElectionRule, ShownResult } from '@/lib/elections/results/types';

/** As stored; what people see is the phase. */
export type PollState =
  | 'DRAFT'
  | 'SCHEDULED'
  | 'CLOSED'
  | 'COUNTED'
  | 'PUBLISHED'
  | 'ARCHIVED'
  | 'CANCELLED';

/**
 * Where a poll is at a moment. `counting`: over, and its papers are being counted, or the count was
 * not published yet, or it did not agree with the roll (then the office has to look).
 */
export type PollPhase =
  | 'draft'
  | 'coming'
  | 'open'
  | 'counting'
  | 'published'
  | 'cancelled'
  /** Void: called off after the close, before it was counted. */
  | 'annulled';

/** What everybody votes by; stored with the poll when it is scheduled and never changed after that. */
export interface PollRule extends ElectionRule {
  version: 2;
  description: string;
  easyText: string;
  /** Options a ballot may name at most; for rankings and points all of them. */
  maxChoices: number;
  pointsPerOption: number | null;
  channels: BallotChannel[];
  districtId: string | null;
  districtName: string;
  minAge: number;
  needsForumRight: boolean;
  /** Only access cards of this batch vote. */
  cardBatch: { id: string; number: number } | null;
  decidedBy: string;
  timeZone: string;
  /** ISO instant. */
  opensAt: string;
}

export interface PollCardView {
  number: number;
  question: string;
  phase: PollPhase;
  districtName: string;
  opensAt: Date;
  closesAt: Date;
  /** Whole days until the close, by the local calendar; 0 on the last day. */
  daysLeft: number;
  /** What a published result says; `null` before that. */
  outcome: 'recommended' | 'rejected' | 'tied' | 'no-quorum' | 'none' | null;
  /** Labels of the options that won, only when published. */
  winners: string[];
  ballots: number | null;
}

export interface PollList {
  open: PollCardView[];
  coming: PollCardView[];
  past: PollCardView[];
}

export interface PollView {
  id: string;
  number: number;
  phase: PollPhase;
  rule: PollRule;
  opensAt: Date;
  closesAt: Date;
  daysLeft: number;
  proposal: { number: number; title: string } | null;
  cancelReason: string;
  /** When and why that was corrected, the last first; left out where they were not read. */
  reasonCorrections?: readonly { at: Date; reason: string }[];
  result: ShownResult | null;
  /** A try-out of the office's: nobody else sees it, nothing of it counts. */
  isTest: boolean;
  /** Nobody besides its author could look at it before it was published. */
  checkedAlone: boolean;
  /** What one person stopped alone: an answer by its label, null for all of it. */
  readonly stoppedAlone: readonly (string | null)[];
  isArchived: boolean;
  /** Ids of options withdrawn by law after the opening. */
  withdrawn: string[];
  /** What had to be said after the opening, the newest first. */
  notes: PollNoteView[];
}

export interface PollNoteView {
  id: string;
  text: string;
  publishedAt: Date;
  /** When and why it was corrected, the last first; left out where they were not read. */
  corrections?: readonly { at: Date; reason: string }[];
}

/** What the ballot page shows to this person. */
export type BallotPageView =
  | {
      kind: 'ballot';
      poll: PollView;
      /** Ids of options withdrawn by law: shown struck through, not choosable. */
      withdrawn: string[];
    }
  | { kind: 'district-unknown'; poll: PollView }
  | { kind: 'other-district'; poll: PollView; ownDistrict: string }
  | { kind: 'no-forum-right'; poll: PollView }
  | { kind: 'other-cards'; poll: PollView }
  | { kind: 'not-on-web'; poll: PollView }
  | { kind: 'voted'; poll: PollView }
  | { kind: 'on-paper'; poll: PollView }
  | { kind: 'not-open'; poll: PollView }
  | { kind: 'may-not'; poll: PollView };

/** What a receipt proves: that a ballot lies in this poll's box. */
export interface ReceiptView {
  receipt: string;
  poll: { number: number; question: string; phase: PollPhase; closesAt: Date };
}
