/** A batch of printed cards in the office's list. */
export interface CardBatchView {
  id: string;
  number: number;
  label: string;
  size: number;
  createdAt: Date;
  voidedAt: Date | null;
  used: number;
  voided: number;
  /** Its codes can still be printed. */
  printable: boolean;
}

/** What goes on paper; `code` is grouped for reading. */
export interface PrintedCard {
  number: string;
  code: string;
}

export interface CardBatchSheet {
  id: string;
  number: number;
  label: string;
  /** Empty when the batch was printed already: nobody can show its codes again. */
  cards: PrintedCard[];
}

/** A card that is not voided; without account: nobody used it yet. */
export interface UsableCard {
  id: string;
  userId: string | null;
  batchId: string;
}
