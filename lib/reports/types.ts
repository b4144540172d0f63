import type { FigureGroup } from '@/lib/manifest';

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

/** One way or one district with its total; null is not shown (see `protectTable`). */
export interface CrossRow {
  label: string;
  total: number | null;
  cells: (number | null)[];
}

/** Proposals by district (rows) and way they came in (columns). */
export interface CrossTable {
  channels: string[];
  rows: CrossRow[];
  /** By channel, all districts together. */
  totals: (number | null)[];
}

export interface Figures {
  period: Period;
  /** When the figures were computed; they change as long as records do. */
  at: Date;
  groups: readonly FigureGroup[];
  origin: CrossTable;
}
