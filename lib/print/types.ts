/** Parts of a document that is read on a page, by a screen reader and on paper alike. */
export type PrintBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string; strong?: boolean }
  | { kind: 'facts'; caption: string; rows: { label: string; value: string }[] }
  | { kind: 'table'; caption: string; columns: PrintColumn[]; rows: string[][] }
  | { kind: 'list'; items: string[] }
  | { kind: 'signatures'; labels: string[] };

/** The first column of a table names its rows. */
export interface PrintColumn {
  label: string;
  align?: 'end';
  /** Part of the width, in relation to the other columns. */
  share: number;
}

export interface PrintDocument {
  title: string;
  /** Above the title. */
  overline: string;
  subject: string;
  author: string;
  /** As in `<html lang>`. */
  lang: string;
  createdAt: Date;
  /** Across the top of every sheet, for what is not real. */
  mark: string;
  /** At the foot of every sheet. */
  foot: (page: string, pages: string) => string;
  blocks: PrintBlock[];
}
