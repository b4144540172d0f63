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
