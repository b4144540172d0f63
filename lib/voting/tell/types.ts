/** All receipts of a poll's box, sorted. */
export interface ReceiptList {
  poll: { number: number; question: string };
  receipts: string[];
}
