/** One thing that is done when ballots are counted; its sentence is `voting-methods.step.*`. */
export type StepKey =
  // What counts as what
  | 'money'
  | 'votes'
  | 'points'
  // The most votes
  | 'most'
  | 'mostSeats'
  | 'mostPoints'
  | 'mostPointsSeats'
  | 'level'
  | 'lot'
  // Run-off
  | 'rounds'
  | 'majority'
  | 'weakest'
  | 'earlier'
  | 'lotStays'
  // Comparing two and two
  | 'pairs'
  | 'strengthMargins'
  | 'strengthVotes'
  | 'chains'
  | 'beats'
  | 'unbeaten'
  // Transferable vote
  | 'seats'
  | 'first'
  | 'quota'
  | 'reached'
  | 'surplus'
  | 'weakestOut'
  | 'rest'
  | 'lotRounds'
  // Projects by votes
  | 'mostFirst'
  | 'perEuroFirst'
  | 'freeFirst'
  | 'fits'
  // Equal shares
  | 'share'
  | 'free'
  | 'pays'
  | 'cheapest'
  | 'raise'
  | 'tooMuch'
  | 'restByVotes'
  // At the end, whatever the rule
  | 'unmarked'
  | 'withdrawn'
  | 'quorum';

export interface Step {
  key: StepKey;
  /** What is filled in: numbers of places or ballots, amounts in cents. */
  params: Readonly<{ seats?: number; parts?: number; quorum?: number; cents?: number }>;
}
