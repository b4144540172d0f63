/** One district with its total; null is not shown (see `protectTable`). */
export interface CrossRow {
  id: string;
  /** Its name; of a closed period the one it had then. */
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

/** What of a table may be shown; null for what may not. */
export interface ShownTable {
  cells: (number | null)[][];
  /** Sum of each row. */
  rows: (number | null)[];
  /** Sum of each column. */
  columns: (number | null)[];
}
