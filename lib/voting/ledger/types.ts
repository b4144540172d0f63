/** Files in which the ballots of a poll are published, by the ending of their name. */
export type BallotFile = 'json' | 'csv' | 'pb' | 'blt';

/** All receipts of a poll's box, sorted. */
export interface ReceiptList {
  poll: { number: number; question: string };
  receipts: string[];
}
