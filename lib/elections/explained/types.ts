/**
 * Why an option is or is not among what is recommended: the key of a sentence and what is filled in.
 * What was missed stands in the same sentence, and as `gap` in the unit the rule counts in.
 */
export interface Reason {
  optionId: string;
  won: boolean;
  key: ReasonKey;
  numbers: Readonly<Record<string, number>>;
  /** Whole cents: what is missing rounded up, what is left down, a share to the nearest. */
  money: Readonly<Record<string, number>>;
  /** Ids of other options the sentence names. */
  options: readonly string[];
  /** How far from winning; 0 for winners. */
  gap: number;
  /** Ballots for nothing but this project that would have been enough; null: no number of them. */
  further?: number | null;
}

export type ReasonKey =
  | 'withdrawn'
  | 'nobody'
  // Votes and points
  | 'most'
  | 'mostLeft'
  | 'shared'
  | 'seat'
  | 'lotWon'
  | 'lotLost'
  | 'behind'
  | 'behindSeat'
  // A budget by votes
  | 'fits'
  | 'tooDear'
  | 'noRoom'
  // Equal Shares
  | 'paid'
  | 'filled'
  | 'short'
  | 'shortBefore'
  // Rankings
  | 'majority'
  | 'lastLeft'
  | 'out'
  | 'second'
  | 'stvSeat'
  | 'stvRest'
  | 'stvLeft'
  | 'duelsAll'
  | 'duelsUnbeaten'
  | 'duelLost'
  | 'duelChain';

/** What comes out first of all. */
export type Lead =
  | { key: 'nobody' | 'spoiled' | 'abstained' | 'onlyWithdrawn' | 'nothingFits' }
  // Too few ballots to say how they were filled in, or even what is ahead.
  | { key: 'tooFew' | 'fewNone' }
  | { key: 'noQuorum' | 'fewQuorum'; ballots: number; quorum: number }
  | { key: 'yes' | 'no'; options: string[]; other: string; votes: [number, number] | null }
  | { key: 'one' | 'several' | 'tied'; options: string[] }
  | { key: 'projects'; options: string[]; cost: number; left: number };

/** What one of the two budget rules would buy. */
export interface Purchase {
  rule: string;
  /** The rule of this poll, not the one it is compared with. */
  applies: boolean;
  winners: string[];
  costCents: number;
  leftCents: number;
  served: Served;
}

/** How many people get at least one of their projects; never a group of fewer than five. */
export type Served =
  | { key: 'all' | 'none' | 'few' | 'nearlyAll' }
  | { key: 'some'; people: number; of: number };

/** One thing that is done when ballots are counted; its sentence is `voting-methods.step.*`. */
export type StepKey =
  // What counts as what
  | 'money'
  | 'votes'
  | 'points'
  // The most votes
  | 'most'
  | 'mostSeats'
  | 'mostPoints'
  | 'mostPointsSeats'
  | 'level'
  | 'lot'
  // Run-off
  | 'rounds'
  | 'majority'
  | 'weakest'
  | 'earlier'
  | 'lotStays'
  // Comparing two and two
  | 'pairs'
  | 'strengthMargins'
  | 'strengthVotes'
  | 'chains'
  | 'beats'
  | 'unbeaten'
  // Transferable vote
  | 'seats'
  | 'first'
  | 'quota'
  | 'reached'
  | 'surplus'
  | 'weakestOut'
  | 'rest'
  | 'lotRounds'
  // Projects by votes
  | 'mostFirst'
  | 'perEuroFirst'
  | 'freeFirst'
  | 'fits'
  // Equal shares
  | 'share'
  | 'free'
  | 'pays'
  | 'cheapest'
  | 'raise'
  | 'tooMuch'
  | 'restByVotes'
  // At the end, whatever the rule
  | 'unmarked'
  | 'withdrawn'
  | 'quorum';

export interface Step {
  key: StepKey;
  /** What is filled in: numbers of places or ballots, amounts in cents. */
  params: Readonly<{ seats?: number; parts?: number; quorum?: number; cents?: number }>;
}
