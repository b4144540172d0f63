/** What somebody can do about what is to be taken away from a poll. */
export type StopStep =
  /** Somebody else asked for it: agree, or not. */
  | 'agree'
  /** They asked themselves, and somebody else can agree. */
  | 'waits'
  /** They asked themselves, and nobody else is there who could. */
  | 'alone';

/** What is to be taken away from a poll, as long as nobody agreed. */
export interface StopView {
  id: string;
  step: StopStep;
  /** What it would come to now: an answer less, a poll called off, a sealed one void; or it is too late. */
  kind: 'withdraw' | 'cancel' | 'annul' | 'late';
  /** The answer that is to go; empty where all of the poll is. */
  option: string;
  reason: string;
  /** Name of whoever asked; empty when unknown. */
  askedBy: string;
  askedAt: Date;
}

/** What was to be taken away and nobody agreed to before the count. */
export interface LateStop {
  askedAt: Date;
  /** The answer that was to go; empty where all of the poll was. */
  option: string;
}

/** Why a poll came to nothing, with what was said before. */
export interface StopReason {
  text: string;
  version: number;
  earlier: readonly {
    id: string;
    at: Date;
    reason: string;
    /** Texts by column; empty once they were kept long enough. */
    earlier: { column: string; text: string }[];
  }[];
}

/** A poll that came to nothing, as whoever was reminded of it is told. */
export interface StoppedPoll {
  number: number;
  question: string;
  /** As everybody reads it. */
  reason: string;
  /** Called off before its end, or declared void after it. */
  phase: 'cancelled' | 'annulled';
}

/** A poll of which something is to be taken away, in a list. */
export interface WaitingStop {
  number: number;
  question: string;
  askedAt: Date;
}
