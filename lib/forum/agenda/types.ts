/** How an item came onto an agenda, as it is kept. */
export interface Raised {
  readonly raisedAt: Date | null;
  readonly raisedWhy: string;
}
