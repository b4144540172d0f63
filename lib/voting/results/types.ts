/** How many ballots put one option above the other. */
export interface PollDuel {
  options: [string, string];
  votes: [number, number];
}

/** Exact amounts in cents as `[numerator, denominator]` text. */
export interface PollShares {
  each: [string, string];
  /** What all supporters of an option that was not bought had left together. */
  left: { optionId: string; amount: [string, string] }[];
}
