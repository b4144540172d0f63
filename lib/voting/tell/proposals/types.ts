/** The counted numbers of a poll, ready to be written into the Forum's decision. */
export interface PollOutcome {
  number: number;
  ballots: number;
  abstentions: number;
  /** In the order of the ballot. */
  counts: { label: string; votes: number }[];
}

/** A proposal whose poll is over and about which the Forum has not decided yet. */
export interface WaitingProposal {
  number: number;
  title: string;
}
