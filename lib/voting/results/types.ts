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
