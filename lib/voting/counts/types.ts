import type { BallotPaper } from '../types';

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
