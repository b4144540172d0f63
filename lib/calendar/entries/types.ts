import type { RuleWords, Series, SeriesDate } from '../dates/types';
import type { EntryKind } from '../types';

/** An entry everybody may see, with all it takes to work out its dates and to write it into a feed. */
export interface PublishedEntry {
  id: string;
  uid: string;
  title: string;
  description: string;
  kind: EntryKind;
  audience: string;
  place: string;
  accessible: string;
  organizer: string;
  districtSlugs: readonly string[];
  /** The whole entry is called off, with the reason in `note`. */
  cancelled: boolean;
  note: string;
  sequence: number;
  changedAt: Date;
  series: Series;
}

/** An entry with its next dates, for its page. */
export interface EntryWithDates extends PublishedEntry {
  words: RuleWords;
  dates: readonly SeriesDate[];
}

/** A row of the list somebody keeps. */
export interface KeptEntryRow {
  id: string;
  title: string;
  kind: EntryKind;
  place: string;
  organizer: string;
  cancelled: boolean;
  partnersOnly: boolean;
  words: RuleWords;
  /** Last local date of a series; `null`: open, or once. */
  endsOn: string | null;
  /** `null`: over. */
  nextDate: SeriesDate | null;
}

/** An entry for whoever keeps it. */
export interface KeptEntry extends EntryWithDates {
  partnersOnly: boolean;
  partnerId: string | null;
}

/** Something else at the same place at the same time. */
export interface Neighbour {
  title: string;
  organizer: string;
  startsAt: Date;
}

/** An entry as it is stored. */
export interface EntryRow {
  id: string;
  uid: string;
  title: string;
  description: string;
  kind: EntryKind;
  audience: string;
  place: string;
  accessible: string;
  organizer: string;
  partner: { name: string } | null;
  partnersOnly: boolean;
  partnerId: string | null;
  status: 'CONFIRMED' | 'CANCELLED';
  note: string;
  sequence: number;
  updatedAt: Date;
  localStart: string;
  localEnd: string;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  rrule: string;
  seriesEndsOn: Date | null;
  districts: { districtId: string }[];
  exceptions: Series['exceptions'];
}
