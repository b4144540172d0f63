/** What everybody reads of a correction. */
export interface CorrectionEntry {
  at: Date;
  reason: string;
}

/** The same in the office, with what stood there before. */
export interface EarlierVersion extends CorrectionEntry {
  id: string;
  /** Texts by column; empty once they were kept long enough, or not kept at all. */
  earlier: { column: string; text: string }[];
}
