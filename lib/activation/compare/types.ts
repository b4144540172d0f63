import type { ActivationState } from '../types';

/** One edition by what came of each hour the office worked for it. */
export interface Compared {
  id: string;
  name: string;
  edition: number;
  state: ActivationState;
  /** Trials that say both who came for the first time and how long the office worked. */
  trials: number;
  reached: number;
  firstTimers: number;
  staffMinutes: number;
  /** Who came for the first time, for each hour of work. */
  rate: number;
  /** Between these the true value may well lie (about 19 of 20 times, if people come by chance). */
  low: number;
  high: number;
  /** So few that another day may have come out otherwise altogether. */
  few: boolean;
}

export interface NotCompared {
  id: string;
  name: string;
  edition: number;
  state: ActivationState;
  /** Nothing took place yet; or it did, and nobody counted what is compared. */
  why: 'untried' | 'uncounted';
}

export interface Comparison {
  /** The highest rate first. */
  ranked: Compared[];
  unranked: NotCompared[];
}
