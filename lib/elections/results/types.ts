export type PollMethod = 'YES_NO' | 'ONE' | 'UP_TO' | 'POINTS' | 'RANKING' | 'BUDGET';

/** How a vote came in; `PAPER` and `HANDS` are counted by two people after the close. */
export type BallotChannel = 'WEB' | 'KIOSK' | 'PHONE' | 'PAPER' | 'HANDS';

/** Rules of `methods/count.mjs` a poll can be counted by. */
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

/** What of a poll's rule decides how its ballots become a result, and what is published of it. */
export interface ElectionRule {
  method: PollMethod;
  countRule: CountRule;
  question: string;
  options: RuleOption[];
  /** Points to give out altogether; null: only each option has a limit. */
  pointsTotal: number | null;
  seats: number;
  budgetCents: number | null;
  /** Ballots below which the result is no recommendation; 0: none needed. */
  quorum: number;
  /** ISO instant. */
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
  /** What everybody may have of the ballots; the first results did not say, of them it is whole ballots. */
  publishes?: Publishes;
  /**
   * End of the hash chain over what is published, or where that is a table over the whole ballots; empty
   * where too few took part.
   */
  head: string;
  /** Keeps whole ballots from being guessed by their checksum; goes with them and nowhere else. */
  salt?: string;
}

/**
 * What a recount needs and no more: each mark on its own (a sum for points), or, where a count needs whole
 * ballots, the table it came to. A whole ballot with several marks can be a signature.
 */
export type Publishes = 'marks' | 'table';

/** A result without the ways its ballots came by: what sentences and drawings are made of. */
export type CountedResult = Omit<PollResult, 'channels' | 'salt'>;

/** Who was equal with whom, by option ids, and what decided. */
export interface PollTie {
  between: string[];
  /** Whom it fell on: those who won, left, passed on their surplus or were paid. */
  chosen: string[];
  about: 'wins' | 'leaves' | 'passes-on' | 'is-paid';
  by: 'shared' | 'earlier-round' | 'lot';
  /** Who was left for the lot after earlier rounds had told the others apart. */
  drawn?: string[];
}

/** As results keep it; the first ones did not say what a tie was about, and called a lot by the ids it gave. */
export type StoredTie = Pick<PollTie, 'between' | 'chosen' | 'drawn'> & {
  about?: PollTie['about'];
  by: PollTie['by'] | 'id';
};

/** How many ballots put one option above the other. */
export interface PollDuel {
  options: [string, string];
  votes: [number, number];
}

/** Exact amounts in cents as `[numerator, denominator]` text. */
export interface PollShares {
  /** The budget divided by all ballots. */
  each: [string, string];
  /** Whole euros every share was enlarged by at the end; the first results did not keep it. */
  more?: number;
  /**
   * What the supporters of an option that was not bought had left of the shares at the end, together,
   * before the rest went by votes. Without `more` of the shares at the beginning.
   */
  left: { optionId: string; amount: [string, string] }[];
}

/**
 * How many ballots more that name nothing but this project would have been enough for it, while one
 * fewer would not; null where no number would have been.
 */
export interface PollFurther {
  optionId: string;
  ballots: number | null;
}

/** How many ballots came on a way, or on several that are too small to stand alone. */
export interface ShownWays {
  ways: BallotChannel[];
  ballots: number;
}

interface ShownAlways {
  /** Hands were raised in a room: no roll, no ballots, no receipts. */
  byHands: boolean;
  ways: ShownWays[];
}

/** Everything that was counted. */
export interface WholeResult extends CountedResult, ShownAlways {
  shows: 'all';
}

/** Of very few ballots: what is ahead, and nothing of how many voted for what. */
export interface FewResult
  extends Pick<PollResult, 'ballots' | 'spoiled' | 'usedRights' | 'quorumReached' | 'withdrawn'>,
    Pick<PollCount, 'rule' | 'winners'>,
    ShownAlways {
  shows: 'outcome';
  head: '';
}

/** What pages, records and files are made of. What is stored has other parts and is none of this. */
export type ShownResult = WholeResult | FewResult;
