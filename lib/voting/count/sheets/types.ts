import type { BallotChannel } from '@/lib/elections/results/types';
import type { PollRule, PollState } from '../../types';
import type { CountCheck, CountDifference, CountedPaper } from '../types';

/** Ways whose papers people count after the close. */
export type CountedChannel = Extract<BallotChannel, 'PAPER' | 'HANDS'>;

export interface CountEntry {
  poll: number;
  channel: CountedChannel;
  papers: CountedPaper[];
  spoiled: number;
}

/**
 * Where the counting of one way is. `none`: nobody counted yet. `first`: somebody else has to count
 * too. `differs`: both counted, not alike. `too-many`: alike, but more papers than people who were
 * given one. `agreed`: both alike.
 */
export type SheetStage = 'none' | 'first' | 'differs' | 'too-many' | 'agreed';

/** What became of a sheet that was entered; `counting`: nothing else waits, the poll is being counted; `counted`: it is. */
export type CountStep = Exclude<SheetStage, 'none'> | 'counting' | 'counted';

/** One way of a poll as whoever may count sees it. */
export interface CountingWay {
  channel: CountedChannel;
  stage: SheetStage;
  /** This person has entered a sheet. */
  mine: boolean;
  /** Two others have; this person is not needed any more. */
  full: boolean;
  /** Which sheets there are: whoever throws them away throws away no others. */
  sheets: string;
}

export interface CountingView {
  number: number;
  question: string;
  state: PollState;
  isTest: boolean;
  rule: PollRule;
  closesAt: Date;
  ways: CountingWay[];
  /** Papers given out according to the roll. */
  issued: number;
  /** Everything was counted alike, but the numbers do not fit together. */
  disputed: CountCheck | null;
  /** Everything lies in the box, and the program counts. */
  isRunning: boolean;
  /** There are whole ballots for those who count again for all. */
  hasWholeBallots: boolean;
}

export interface SheetView {
  number: number;
  question: string;
  rule: PollRule;
  channel: CountedChannel;
  stage: SheetStage;
  /** This person's own sheet, once entered and as long as it was not agreed on. */
  own: { papers: CountedPaper[]; spoiled: number; confirmed: boolean } | null;
  full: boolean;
  /** Only for the two who counted, and only when both have. `mine` is the own number. */
  differences: { paper: CountDifference['paper']; mine: number; other: number }[];
  spoiled: { mine: number; other: number };
  /** More papers than were given out; only then. */
  surplus: { papers: number; issued: number } | null;
  /** What both agreed on: how many, never which. */
  agreed: { papers: number; spoiled: number } | null;
}

/** A poll that waits for counters, for the list of somebody who may count. */
export interface WaitingCount {
  number: number;
  question: string;
  closesAt: Date;
  /** Enter (again), confirm, or nothing to do but wait. */
  todo: 'count' | 'compare' | 'wait' | 'look';
}

/** A typed sheet before it is entered, in sentences; small, it travels with the form. */
export interface SheetCheck {
  /** How many papers, spoiled ones apart. */
  intro: string;
  /** Says that not all different papers are listed; else empty. */
  more: string;
  /** Equal papers together; `mark` as typed, empty on a sheet of numbers. */
  rows: { mark: string; text: string; count: number }[];
}
