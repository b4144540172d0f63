/** One date of a series that is cancelled or takes place at another time. */
export interface DateException {
  /** Local date `YYYY-MM-DD` on which the rule puts it. */
  localDate: string;
  cancelled: boolean;
  /** Local times `YYYY-MM-DDTHH:MM`; empty when cancelled. */
  newLocalStart: string;
  newLocalEnd: string;
  note: string;
}

/** When something takes place, once or again and again: wall-clock times in a zone. */
export interface Series {
  localStart: string;
  localEnd: string;
  timeZone: string;
  /** Instants of the first date; they alone know which hour is meant when it exists twice. */
  startsAt: Date;
  endsAt: Date;
  /** RFC 5545 rule without UNTIL; empty: takes place once. */
  rrule: string;
  /** Last local date on which it may take place; `null`: open. */
  seriesEndsOn: string | null;
  exceptions: readonly DateException[];
}

/** One date of a series, worked out. */
export interface SeriesDate {
  /** Local date on which the rule puts it: the date's name, whatever happened to it. */
  localDate: string;
  startsAt: Date;
  endsAt: Date;
  state: 'planned' | 'cancelled' | 'moved';
  /** Where a moved date comes from. */
  plannedStart: Date | null;
  note: string;
}

/** How often the form lets something take place. */
export type Repeat = 'once' | 'weekly' | 'fortnightly' | 'monthly' | 'monthlyLast' | 'quarterly';

/** A rule as a sentence needs it. */
export interface RuleWords {
  /** `other`: a rule the form does not offer. */
  repeat: Repeat | 'other';
  /** ISO weekday, 1 = Monday. */
  weekday: number;
  /** First to fourth weekday of the month, -1 = last; 0 where it does not matter. */
  ordinal: number;
}

/** What somebody filled in about when it takes place; texts are checked already. */
export interface DatesInput {
  date: string;
  startTime: string;
  endTime: string;
  /** Which of the two hours in autumn; empty: not said. */
  hour: '' | 'first' | 'second';
  repeat: Repeat;
  until: string;
}

/** A wall-clock time found on the clock: once, twice (autumn) or not at all (spring). */
export type FoundTime =
  | { kind: 'exact'; instant: Date }
  | { kind: 'twice'; first: Date; second: Date }
  | { kind: 'skipped'; instead: string };

/** When it takes place, ready to be kept. */
export interface PlannedDates {
  localStart: string;
  localEnd: string;
  startsAt: Date;
  endsAt: Date;
  rrule: string;
  seriesEndsOn: string | null;
}

/** What a page says of a whole entry: all that somebody who calls it off, or takes that back, has read. */
export interface SaidOfEntry {
  cancelled: boolean;
  localStart: string;
  localEnd: string;
  rrule: string;
  note: string;
}
