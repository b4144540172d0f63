/**
 * What is counted: an election as every rule reads it, whatever file or box it came from.
 * Candidates are named by their position in `candidates`.
 */
export interface Election {
  candidates: readonly Candidate[];
  papers: readonly Paper[];
  /** How many can win; 1 unless the file says otherwise. */
  seats: number;
  /** Amounts are whole numbers of `1 / unit` of the currency, so that cents stay exact. */
  unit: bigint;
  /** Null where nothing costs anything. */
  budget: bigint | null;
  /**
   * Positions in the order of the lot: of equal ones whoever stands first goes before. The first is
   * elected or passes on a surplus first, the last leaves first. The order of the list unless the file
   * says otherwise. Projects go by their ids instead.
   */
  lot: readonly number[];
}

export interface Candidate {
  id: string;
  /** 0 where nothing costs anything. */
  cost: bigint;
  /** Withdrawn before the count: no vote counts for it. */
  withdrawn: boolean;
}

/** Equal papers may be put together. */
export interface Paper {
  count: number;
  /**
   * Best rank first; several in one rank are equal. An approval paper has one rank, a paper without
   * any mark none. An empty rank was left out by the voter.
   */
  ranks: readonly (readonly number[])[];
  /** Points by position in `candidates`; only where the voters gave points. */
  points?: ReadonlyMap<number, bigint>;
}

/** An exact number: `num / den` with a positive `den`. */
export interface Fraction {
  num: bigint;
  den: bigint;
}

/** Who was equal where, and what decided. */
export interface Tie {
  between: readonly string[];
  /** Whom it fell on: those who won, left, passed on their surplus or were paid. */
  chosen: readonly string[];
  about: 'wins' | 'leaves' | 'passes-on' | 'is-paid';
  /** `shared`: all of them win; `earlier-round`: by the votes of an earlier round; `lot`: by the order fixed before. */
  by: 'shared' | 'earlier-round' | 'lot' | 'id';
  /** Who was left for the lot after earlier rounds had told the others apart. */
  drawn?: readonly string[];
  round?: number;
}

/** One step of a count in rounds. Numbers are text with as many decimals as the rule keeps. */
export interface Round {
  round: number;
  votes: Record<string, string>;
  elected?: readonly string[];
  excluded?: readonly string[];
  /** Whose surplus was passed on before these votes were counted. */
  surplus?: readonly string[];
  exhausted?: string;
}

/** How a project was paid in Equal Shares; amounts in the currency. */
export interface Purchase {
  id: string;
  cost: Fraction;
  supporters: number;
  /** What everybody pays who still can. */
  share: Fraction;
  /** How many pay the whole share; the others give what they have left. */
  payers: number;
  /** How many of the others had something left to give. */
  partial: number;
}

export interface Outcome {
  /** In the order of election, for project rules in the order of their ids. */
  winners: readonly string[];
  ties: readonly Tie[];
  rounds?: readonly Round[];
  quota?: string;
  purchases?: readonly Purchase[];
  /** What each voter could spend at the end, in the currency (Equal Shares only). */
  endowment?: Fraction;
  /** What a rule without rounds compared, by candidate. */
  scores?: Record<string, string>;
}

/** Everything needed to count a poll again, as it is published. */
export interface Publication {
  format: 'poll-ballots/1';
  poll: number;
  question: string;
  method: string;
  /** Name of the rule in `count.mjs`. */
  rule: string;
  seats: number;
  /** Amount with two decimals. */
  budget?: string;
  /** ISO instant. */
  closed: string;
  /** In the order of the lot. */
  options: { id: string; label: string; cost?: string; withdrawn?: true }[];
  /** What was counted, so that it cannot be changed later either. */
  result: PublishedResult;
  /** In the random order of the box. */
  ballots: readonly PublishedBallot[];
  /** End of the hash chain. */
  head: string;
}

export interface PublishedResult {
  /** In the order of election, projects in the order of their ids. */
  winners: readonly string[];
  /** Of each option; points where points were given, for rankings first choices. */
  votes: Readonly<Record<string, number>>;
  /** Votes in each round, of rules with rounds. */
  rounds?: readonly Readonly<Record<string, string>>[];
}

/** Ids of options, with points as pairs; for rankings in their order. */
export type PublishedBallot = readonly (string | readonly [string, number])[];

/** Files in which the ballots of a poll are published, by the ending of their name. */
export type BallotFile = 'json' | 'csv' | 'pb' | 'blt';
