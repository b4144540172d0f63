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
  /** Each mark on its own, as if ballots had been cut to pieces; points of an option as one sum. */
  cut?: 'marks';
  /** Of whole ballots, which only those get who count again for all; their checksum says nothing without. */
  salt?: string;
  /** In the random order of the box, pieces in the order of the options. */
  ballots: readonly PublishedBallot[];
  /** End of the hash chain. */
  head: string;
}

/**
 * The table a count came to, of rules that need whole ballots: these are not published, but everybody can
 * go through the steps.
 */
export interface PublishedTable
  extends Omit<Publication, 'format' | 'result' | 'ballots' | 'cut' | 'salt'> {
  format: 'poll-table/1';
  /** Ballots that were counted, and how many of them named nothing. */
  cast: number;
  abstentions: number;
  result: PublishedResult & {
    /** Votes a seat needs (several seats). */
    quota?: string;
    /** How many ballots have the first above the second, and the other way round (Schulze). */
    pairs?: readonly (readonly [string, string, number, number])[];
    /** What was paid by shares, in this order; amounts in cents, shares as numerator and denominator. */
    purchases?: readonly PublishedPurchase[];
  };
}

export interface PublishedPurchase {
  id: string;
  supporters: number;
  share: readonly [string, string];
  payers: number;
  partial: number;
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

/** Files in which what is published of the ballots stands, by the ending of their name; or the table. */
export type BallotFile = 'json' | 'csv' | 'pb' | 'blt' | 'table';
