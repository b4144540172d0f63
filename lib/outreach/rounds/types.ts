import type { Colleague, OutreachSetting } from '../types';

export type RoundState = 'PLANNED' | 'DONE' | 'CANCELLED';

/** One place of a round and the hours there, by the clock of the office. */
export interface Stop {
  place: string;
  /** `HH:MM` */
  from: string;
  until: string;
}

/** When a round takes place, as it is kept: the wall clock of the office, and the instants it means. */
export interface RoundTimes {
  /** `YYYY-MM-DD` */
  date: string;
  /** `HH:MM` */
  from: string;
  until: string;
  startsAt: Date;
  endsAt: Date;
}

export interface PlannedRounds {
  rounds: RoundTimes[];
  /** Public holidays on which a weekly round leaves out, `YYYY-MM-DD`. */
  left: string[];
}

export interface RoundRow extends RoundTimes {
  id: string;
  districtId: string;
  setting: OutreachSetting;
  place: string;
  announced: boolean;
  state: RoundState;
  reason: string;
  /** In their order, at least one; `place` is the first one’s. */
  stops: Stop[];
  walkers: Colleague[];
}

export interface RoundCase extends RoundRow {
  materials: string;
  learnt: string;
  /** Time outdoors; null: not said. */
  minutes: number | null;
  version: number;
}

/** What an earlier round at a place left for the next one there. */
export interface LearntThere {
  id: string;
  /** `YYYY-MM-DD` */
  date: string;
  learnt: string;
}

/** A round as everybody reads it. */
export interface PublicRound extends RoundTimes {
  id: string;
  districtId: string;
  setting: OutreachSetting;
  place: string;
  /** In their order, at least one. */
  stops: Stop[];
  cancelled: boolean;
  reason: string;
}
