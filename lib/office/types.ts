import type { WaitingKind } from '@/lib/manifest';

/** One row as the database gives it: a single thing, or all calls of a kind together. */
export interface WaitingRow {
  /** A key of `waits` in the manifest of a domain. */
  kind: string;
  /** Number of the case; 0 where several are counted together. */
  number: number;
  title: string;
  /** Local date `YYYY-MM-DD` until which something was promised or agreed. */
  dueOn: string | null;
  since: Date;
  /** Body that owes an answer; for a count how many have counted, or `publish`. */
  detail: string;
  /** How many of its kind wait, also those that are not listed. */
  total: number;
}

export type Urgency = 'overdue' | 'today' | 'soon' | 'later';

/** Something that waits for the office. */
export interface Task extends WaitingRow {
  /** How it is spoken of and where it is done. */
  as: WaitingKind;
  urgency: Urgency;
  /** Whole days since it waits. */
  days: number;
}

/** The next session of the forum, as far as the office must prepare it. */
export interface ComingSession {
  number: number;
  title: string;
  startsAt: Date;
  /** Whole days until then; 0 is today. */
  inDays: number;
  place: string;
  agendaMinutes: number;
  lengthMinutes: number;
  persons: number;
  waitingPersons: number;
  capacity: number | null;
}

/** The office's first page. */
export interface Today {
  at: Date;
  /** How many wait that are overdue or due today. */
  pressing: number;
  groups: { urgency: Urgency; tasks: Task[] }[];
  /** Polls that close within days: nothing to do, good to know. */
  polls: Task[];
  session: ComingSession | null;
  /** Kinds of which more wait than are listed. */
  more: { kind: string; as: WaitingKind; count: number }[];
}

/** What waits of one kind and does not fit on the first page. */
export interface More extends Pick<Today, 'at' | 'groups'> {
  as: WaitingKind;
  count: number;
}
