/** All receipts of a poll's box, sorted. */
export interface ReceiptList {
  poll: { number: number; question: string };
  receipts: string[];
}

/** A note the office can put right, with what it said before. */
export interface NoteToCorrect {
  id: string;
  text: string;
  publishedAt: Date;
  version: number;
  earlier: readonly {
    id: string;
    at: Date;
    reason: string;
    /** Texts by column; empty once they were kept long enough. */
    earlier: { column: string; text: string }[];
  }[];
}
