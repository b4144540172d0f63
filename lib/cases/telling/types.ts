/** Many people who are told the same, as far as it has come. */
export interface Round {
  /** What it is about. */
  readonly subjectId: string;
  /** What of several things it tells; may be empty. */
  readonly detail: string;
  /** The last row that was told; null at the beginning. Rows are told in the order of their ids. */
  readonly after: string | null;
  /** What it says, as it was when it happened; whoever asked for it knows the shape. */
  readonly said: unknown;
}
