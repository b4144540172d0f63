/** The counted numbers of a poll, ready to be written into the Forum's decision. */
export interface PollOutcome {
  number: number;
  ballots: number;
  /** In the order of the ballot; null where too few voted to tell. */
  numbers: { abstentions: number; counts: { label: string; votes: number }[] } | null;
}

/** A proposal whose poll is over and about which the Forum has not decided yet. */
export interface WaitingProposal {
  number: number;
  title: string;
}
