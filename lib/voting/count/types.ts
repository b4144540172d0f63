import type { BallotChannel, BallotPaper } from '@/lib/elections/results/types';

/** Equal papers put together. */
export interface CountedPaper extends BallotPaper {
  count: number;
}

/** What two people counted differently; nothing is counted until they agree. */
export interface CountDifference {
  paper: BallotPaper;
  first: number;
  second: number;
}

/** Numbers that have to fit together before anything is shown; none of them says what was voted. */
export interface CountCheck {
  /** Rights used on the web, in the kiosk and by phone, according to the roll. */
  electronic: number;
  /** Papers in the box that came on these ways, and their receipts. */
  box: number;
  receipts: number;
  /** People who were given a paper, and papers found, spoiled ones included. */
  issued: number;
  onPaper: number;
}

/** Papers and rights of a poll by the way they came, without what is on them. */
export interface Ways {
  /** Rights used according to the roll. */
  rights: Partial<Record<BallotChannel, number>>;
  /** Papers two people agreed on. */
  counted: Partial<Record<BallotChannel, number>>;
  spoiled: number;
  receipts: number;
  /** Both counters said in writing that more papers were found than given out. */
  confirmed: boolean;
}

/** What came of counting a poll; `not-due`: there was nothing to count, or somebody was faster. */
export type CountOutcome = 'published' | 'counted' | 'disputed' | 'not-due';
