/** A year or a quarter of the office, from the first local midnight to the one after its end. */
export interface Period {
  /** `2026` or `2026-Q3`. */
  id: string;
  year: number;
  quarter: number | null;
  from: Date;
  /** No longer in the period. */
  to: Date;
}

export type FigureUnit = 'count' | 'percent' | 'days';

/** One number of the catalogue; null where there is nothing it could be computed from. */
export interface Figure {
  key: FigureKey;
  unit: FigureUnit;
  value: number | null;
}

export type FigureKey =
  | 'submitted'
  | 'offlineShare'
  | 'done'
  | 'notFeasible'
  | 'answered'
  | 'inTime'
  | 'medianDays'
  | 'handovers'
  | 'statements'
  | 'bodyMedianDays'
  | 'overdue'
  | 'sessionsHeld'
  | 'sessionsCancelled'
  | 'attendance'
  | 'signUps'
  | 'pollsHeld'
  | 'ballots'
  | 'requestsReceived'
  | 'requestsCompleted'
  | 'partnerEntries'
  | 'partnersWithEntries';

export type FigureGroupKey =
  | 'proposals'
  | 'answers'
  | 'bodies'
  | 'forum'
  | 'polls'
  | 'support'
  | 'calendar';

export interface FigureGroup {
  key: FigureGroupKey;
  figures: Figure[];
}

/** One way or one district with its total; null in `cells` is not shown (see `protectSmallCells`). */
export interface CrossRow {
  label: string;
  total: number;
  cells: (number | null)[];
}

/** Proposals by district (rows) and way they came in (columns). */
export interface CrossTable {
  channels: string[];
  rows: CrossRow[];
  /** By channel, all districts together. */
  totals: number[];
}

export interface Figures {
  period: Period;
  /** When the figures were computed; they change as long as records do. */
  at: Date;
  groups: FigureGroup[];
  origin: CrossTable;
}

/** A submitted proposal, as far as the promise is concerned; dates are local, `YYYY-MM-DD`. */
export interface AnswerRow {
  submittedOn: string;
  answeredOn: string | null;
  promisedFor: string;
}
