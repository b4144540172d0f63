import type { PollDuel, PollFurther, PollShares, StoredTie } from './results/types';

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

export type PollMethod = 'YES_NO' | 'ONE' | 'UP_TO' | 'POINTS' | 'RANKING' | 'BUDGET';

/** How a vote came in; `PAPER` and `HANDS` are counted by two people after the close. */
export type BallotChannel = 'WEB' | 'KIOSK' | 'PHONE' | 'PAPER' | 'HANDS';

/** Rules of `counting/count.mjs` a poll can be counted by. */
export type CountRule =
  | 'plurality'
  | 'approval'
  | 'points'
  | 'irv'
  | 'schulze_margins'
  | 'schulze_winning_votes'
  | 'stv_scottish'
  | 'greedy_votes'
  | 'greedy_votes_per_cost'
  | 'mes_cost_add1u';

export interface PollOptionView {
  id: string;
  label: string;
  note: string;
  /** Only where a budget is given out. */
  costCents: number | null;
}

/**
 * An option with its place in the lot: of equal options the one with the smaller number goes before,
 * so it is chosen or passes on first and leaves last.
 */
export interface RuleOption extends PollOptionView {
  lot: number;
}

/** What everybody votes by; stored with the poll when it is scheduled and never changed after that. */
export interface PollRule {
  version: 2;
  method: PollMethod;
  countRule: CountRule;
  question: string;
  description: string;
  easyText: string;
  options: RuleOption[];
  /** Options a ballot may name at most; for rankings and points all of them. */
  maxChoices: number;
  /** Points to give out altogether; null: only each option has a limit. */
  pointsTotal: number | null;
  pointsPerOption: number | null;
  seats: number;
  budgetCents: number | null;
  /** Ballots below which the result is no recommendation; 0: none needed. */
  quorum: number;
  channels: BallotChannel[];
  districtId: string | null;
  districtName: string;
  minAge: number;
  needsForumRight: boolean;
  /** Only access cards of this batch vote. */
  cardBatch: { id: string; number: number } | null;
  decidedBy: string;
  timeZone: string;
  /** ISO instants. */
  opensAt: string;
  closesAt: string;
}

/**
 * One ballot as it lies in the box: ids of the chosen options, for rankings in their order, else
 * sorted; none means abstained. Points stand at the same place as their choice.
 */
export interface BallotPaper {
  choices: readonly string[];
  points: readonly number[];
}

/** What one rule makes of the papers; options are named by their ids. */
export interface PollCount {
  rule: CountRule;
  /** In the order of election; several for one seat when they are equal. */
  winners: string[];
  ties: StoredTie[];
  rounds?: PollRound[];
  /** Votes a seat needs, as text with five decimals. */
  quota?: string;
  purchases?: PollPurchase[];
  /** Equal Shares: everybody's share, and what was left of it for what was not bought. */
  shares?: PollShares;
  /** Ballots that name at least one winner; only where a budget is given out. */
  served?: number;
  /** Every two options compared (Schulze only). */
  duels?: PollDuel[];
}

export interface PollRound {
  /** As text with the decimals the rule keeps. */
  votes: Record<string, string>;
  elected: string[];
  excluded: string[];
  surplus: string[];
  exhausted: string;
}

/** How an option was paid in Equal Shares: exact amounts in cents as `[numerator, denominator]` text. */
export interface PollPurchase {
  optionId: string;
  costCents: number;
  supporters: number;
  share: [string, string];
  payers: number;
  /** How many gave a part because they had no more; the first results did not keep it. */
  partial?: number;
}

/** The counted result as it is stored; nothing of it ever tells apart ballots by the way they came. */
export interface PollResult extends PollCount {
  version: 2;
  /** Papers in the box, all ways together. */
  ballots: number;
  abstentions: number;
  /** Papers whose marks two people could not read as a vote. */
  spoiled: number;
  /** Voting rights used according to the roll; hands are not on the roll. */
  usedRights: number;
  /** Ballots by the way they came, without what is on them. */
  channels: Partial<Record<BallotChannel, number>>;
  quorumReached: boolean;
  /** Votes or points of each option, in the order of the ballot. */
  counts: { optionId: string; votes: number }[];
  /** Options withdrawn by law before the count; no vote counts for them. */
  withdrawn?: string[];
  /** What projects that were not chosen would have needed; the first results did not keep it. */
  further?: PollFurther[];
  /** The same papers by the other budget rule, for comparison. */
  comparison?: PollCount;
  /** End of the hash chain over all published ballots; empty where single ballots stay unpublished. */
  head: string;
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
  result: PollResult | null;
  /** A try-out of the office's: nobody else sees it, nothing of it counts. */
  isTest: boolean;
  /** Nobody besides its author could look at it before it was published. */
  checkedAlone: boolean;
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
