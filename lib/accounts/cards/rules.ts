/** Characters of a card's code; 72 bits, so that nobody guesses one. */
export const CARD_CODE_LENGTH = 16;
/** Cards on one A4 sheet. */
export const CARDS_PER_SHEET = 24;
export const MOST_SHEETS = 10;
/** Hours after which a batch can no longer be printed, even if nobody said it was. */
export const PRINT_HOURS = 24;

interface Batch {
  printKey: string;
  createdAt: Date;
  voidedAt: Date | null;
}

export function isPrintable(batch: Batch, at: Date): boolean {
  const age = at.getTime() - batch.createdAt.getTime();
  return batch.printKey !== '' && batch.voidedAt === null && age < PRINT_HOURS * 3_600_000;
}

/** `3-17`: batch and position, printed on the card so that it can be voided without its code. */
export function cardNumber(batch: number, position: number): string {
  return `${batch}-${position}`;
}

/** The parts of a typed card number, or `null` when it is none (then it may be a code). */
export function parseCardNumber(typed: string): { batch: number; position: number } | null {
  const match = /^\s*(\d{1,6})\s*[-–/]\s*(\d{1,3})\s*$/.exec(typed);
  return match ? { batch: Number(match[1]), position: Number(match[2]) } : null;
}
