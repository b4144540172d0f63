import type { BallotPaper } from '@/lib/elections/results/types';

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
