/** One signature list as the office entered it. */
export interface SignatureListView {
  id: string;
  signatures: number;
  /** Day on the list, `YYYY-MM-DD`. */
  collectedOn: string;
  place: string;
  enteredAt: Date;
  /** It does not count any more since then. */
  struckAt: Date | null;
  /** Why it was struck; empty where that was not asked for yet. */
  reason: string;
}

/** The office's page about a proposal's lists. */
export interface SignatureDesk {
  number: number;
  title: string;
  /** New lists count only while the proposal is on its way. */
  isOpen: boolean;
  total: number;
  lists: SignatureListView[];
}
