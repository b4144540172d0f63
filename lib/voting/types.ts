/** As stored; what people see is the phase. */
export type PollState = 'DRAFT' | 'SCHEDULED' | 'CLOSED' | 'PUBLISHED' | 'CANCELLED';

/**
 * Where a poll is at a moment. `counting`: over, but not counted yet (a moment) or the count did
 * not agree with the roll (then the office has to look).
 */
export type PollPhase = 'draft' | 'coming' | 'open' | 'counting' | 'published' | 'cancelled';

export interface PollOptionView {
  id: string;
  label: string;
  note: string;
}

/**
 * What everybody votes by; stored with the poll when it is scheduled and never changed after that.
 * `method` and `ties` name the rule in words a later method can stand beside.
 */
export interface PollRule {
  version: 1;
  method: 'up-to-n';
  /** Options with equally many votes lead together; nobody draws lots. */
  ties: 'shared';
  question: string;
  description: string;
  easyText: string;
  options: PollOptionView[];
  maxChoices: number;
  districtId: string | null;
  districtName: string;
  minAge: number;
  decidedBy: string;
  timeZone: string;
  /** ISO instants. */
  opensAt: string;
  closesAt: string;
}

/** One ballot as it lies in the box: ids of the chosen options, sorted; none means abstained. */
export type BallotPaper = readonly string[];

export interface Tally {
  ballots: number;
  abstentions: number;
  /** In the order of the ballot. */
  counts: { optionId: string; votes: number }[];
  /** Options with the most votes; several when tied, none when nobody chose anything. */
  leaders: string[];
}

/** The counted result as it is stored at the close. */
export interface PollResult extends Tally {
  version: 1;
  /** Voting rights used according to the roll; must equal the number of ballots. */
  usedRights: number;
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
  /** Labels of the leading options, only when published. */
  leaders: string[];
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
  result: PollResult | null;
}

/** What the ballot page shows to this person. */
export type BallotPageView =
  | { kind: 'ballot'; poll: PollView }
  | { kind: 'district-unknown'; poll: PollView }
  | { kind: 'other-district'; poll: PollView; ownDistrict: string }
  | { kind: 'voted'; poll: PollView }
  | { kind: 'not-open'; poll: PollView }
  | { kind: 'may-not'; poll: PollView };

/** What a receipt proves: that a ballot lies in this poll's box. */
export interface ReceiptView {
  receipt: string;
  poll: { number: number; question: string; phase: PollPhase; closesAt: Date };
}

export interface OfficePollRow {
  number: number;
  question: string;
  phase: PollPhase;
  districtName: string;
  opensAt: Date;
  closesAt: Date;
  /** The count does not agree with the roll. */
  countDisputed: boolean;
}

/** A draft as the form shows it. */
export interface PollDraftView {
  question: string;
  description: string;
  easyText: string;
  options: string[];
  maxChoices: number;
  districtId: string;
  minAge: number;
  decidedBy: string;
  opensDate: string;
  opensTime: string;
  closesDate: string;
  closesTime: string;
}

export interface OfficePollView {
  poll: PollView;
  draft: PollDraftView;
  countDisputed: boolean;
}

/** A proposal a poll can be made from. */
export interface PollSourceView {
  id: string;
  number: number;
  title: string;
  districtId: string;
}
