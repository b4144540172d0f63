/** How many ballots put one option above the other. */
export interface PollDuel {
  options: [string, string];
  votes: [number, number];
}

/** Exact amounts in cents as `[numerator, denominator]` text. */
export interface PollShares {
  /** The budget divided by all ballots. */
  each: [string, string];
  /** What the supporters of an option that was not bought had left of their shares, together. */
  left: { optionId: string; amount: [string, string] }[];
}
