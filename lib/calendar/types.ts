/** Kinds an entry may have; what other domains bring is of kinds of its own and not entered here. */
export type EntryKind =
  | 'CONSULTATION'
  | 'COUNSELLING'
  | 'MEETING'
  | 'COURSE'
  | 'CHILDREN'
  | 'CULTURE'
  | 'HELP'
  | 'OTHER';

/** What a list, a month or a feed is narrowed to. */
export interface CalendarScope {
  districtSlug?: string | undefined;
  /** An `EntryKind`, or that of another domain's dates. */
  kind?: string | undefined;
}

/** One date of anything that takes place, as lists and months show it. */
export interface Occurrence {
  /** Unique among occurrences. */
  key: string;
  /** Path of its page, without language. */
  path: string;
  title: string;
  /** An `EntryKind`, or that of another domain's dates. */
  kind: string;
  kindName: string;
  place: string;
  accessible: string;
  organizer: string;
  districtSlugs: readonly string[];
  startsAt: Date;
  endsAt: Date;
  /** `postponed`: it does not take place then, and not yet at another time. */
  state: 'planned' | 'cancelled' | 'moved' | 'postponed';
  /** Where a moved date comes from. */
  plannedStart: Date | null;
  note: string;
}

/** A word in a path and what it is called. */
export interface Named {
  slug: string;
  name: string;
}

/** A kind of dates, what it is called and its word in paths. */
export interface Kind extends Named {
  kind: string;
}

/** What every page of the calendar knows about where it is and where one can go from it. */
export interface CalendarPlace {
  scope: CalendarScope;
  /** Name of the district the page is narrowed to. */
  district: Named | null;
  districts: readonly Named[];
  kinds: readonly Kind[];
  /** Local date. */
  today: string;
}

export interface AgendaDay {
  /** Local date. */
  date: string;
  occurrences: readonly Occurrence[];
}

/** The coming weeks, day by day; days without anything are left out. */
export interface Agenda extends CalendarPlace {
  days: readonly AgendaDay[];
}

export interface MonthDay extends AgendaDay {
  /** Belongs to the month before or after. */
  outside: boolean;
}

/** A month in whole weeks; `previous` and `next` are `null` where the calendar ends. */
export interface MonthView extends CalendarPlace {
  /** `YYYY-MM` */
  month: string;
  previous: string | null;
  next: string | null;
  weeks: readonly (readonly MonthDay[])[];
}
