/** What the office had written before it corrected it. */
interface Earlier {
  id: string;
  at: Date;
  reason: string;
  earlier: { column: string; text: string }[];
}

/** What a body answered, for whoever words it plainly. */
export interface StatementOnDesk {
  id: string;
  bodyName: string;
  /** Code of the catalogue. */
  result: string;
  text: string;
  plainText: string;
  receivedAt: Date;
  version: number;
  earlier: Earlier[];
}

/** The office's page about the answers to one proposal. */
export interface StatementDesk {
  number: number;
  title: string;
  statements: StatementOnDesk[];
}
