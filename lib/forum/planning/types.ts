/** What of a session belongs to the day it is on. */
export interface DatedPlan {
  /** Local date `YYYY-MM-DD`. */
  date: string;
  /** Last day to sign up, `YYYY-MM-DD`; empty: until it begins. */
  deadline: string;
  /** What is written for whoever comes; the same places in the same order on both sides. */
  texts: readonly string[];
}

/** What still speaks of a session's old day. */
export interface LeftOver {
  kind: 'deadline' | 'texts' | 'both';
  /** Days that texts name, in their own words. */
  days: readonly string[];
}
