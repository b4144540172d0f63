import type { FigureGroup } from '@/lib/manifest';
import type { CrossTable } from './origin/types';

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

/**
 * Whether figures still change: closed; open until a day; to be closed since a day, and not closed yet; or of a time
 * before the house began, which nobody closes.
 */
export type Standing =
  | { readonly is: 'closed' | 'before' }
  | { readonly is: 'open' | 'late'; readonly closesAt: Date };

/** A period that was closed later than it should have been, or is not closed yet. */
export interface LateClosing {
  /** `2026` or `2026-Q3`. */
  period: string;
  dueAt: Date;
  closedAt: Date | null;
}

export interface Figures {
  period: Period;
  /** When the figures were computed; unless they are closed they change as long as records do. */
  at: Date;
  standing: Standing;
  groups: readonly FigureGroup[];
  /** Of a whole year that is closed; null of anything else (see `hasOrigins`). */
  origin: CrossTable | null;
}

/** What a figure counts, one by one. */
export interface FigureRecord {
  id: string;
  /** Null for what has none, and where nothing but the count is left. */
  number: number | null;
  /** Empty where the words are gone. */
  title: string;
  at: Date;
  /** What it adds to the figure. */
  value: number;
  /** Where the office looks at it; null where it is gone. */
  path: string | null;
}

export interface RecordsOfFigure {
  period: Period;
  label: string;
  /** The figure: what all records add up to, listed here or not. */
  total: number;
  /** How many records there are. */
  count: number;
  records: FigureRecord[];
}

/** A line of a closed period, as it is kept. */
export interface KeptFigure {
  position: number;
  part: string;
  title: string;
  figure: string;
  label: string;
  unit: string;
  districtId: string | null;
  district: string;
  channel: string;
  value: number | null;
}
