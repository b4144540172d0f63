/** What the sentences of a step name in one language, and the texts passed on as they are. */
export interface Words {
  params: Readonly<Record<string, string | number>>;
  quotes: readonly string[];
}

/** Words of calls not made yet; whoever has such a call is not told beside it, unless it does not say all. */
export interface Reworded {
  before: string;
  now: string;
  saysAll: boolean;
}

/** What happened to a proposal others go along with. */
export interface StepSaid {
  kind: 'step';
  /** A group of sentences in the catalogue. */
  step: string;
  /** When; whoever was joined later did not go along with it. ISO, as all instants here. */
  at: string;
  /** By language. */
  words: Readonly<Record<string, Words>>;
  /** The proposal has a page everybody reads. */
  isReadByAll: boolean;
  /** What it is about besides: it stands beside what they are to hear of the case itself. */
  aboutId: string | null;
  /** Nothing can be told later than this. */
  before: string | null;
  /** Calls not made yet say other words than they did. */
  reworded: Reworded | null;
}

/** The proposal they went along with is over; theirs goes on. */
export interface FreedSaid {
  kind: 'freed';
  at: string;
  leadNumber: number;
  /** Why it is over, as everybody reads it; may be empty. */
  reason: string;
  /** Ids of those that go on; whatever is joined to one of them goes with it. */
  freed: readonly string[];
}

export type Said = StepSaid | FreedSaid;
