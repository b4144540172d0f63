export type CallKind = 'PHONE' | 'LETTER';

/** A call or letter the office owes somebody. */
export interface CallItem {
  id: string;
  kind: CallKind;
  /** Name as given; may be empty. */
  person: string;
  /** Number or address. */
  contact: string;
  subject: string;
  message: string;
  /** Path of ours that belongs to it; may be empty. */
  link: string;
  dueAt: Date;
  createdAt: Date;
  doneAt: Date | null;
  /** What the office noted about tries. */
  note: string;
  version: number;
  /** Counts how often it was to be said otherwise, or to another number. */
  wording: number;
  /** Whose account it is, where that is known. */
  accountId: string | null;
}

/** Everything somebody is owed on one way. */
export interface CallPerson {
  kind: CallKind;
  /** As they were given; empty where none was. */
  names: string[];
  contact: string;
  /** Of the most urgent. */
  dueAt: Date;
  items: CallItem[];
}

/** One page of what is owed, by person, and what was done. Pages count from 1. */
export interface CallList {
  page: number;
  pages: number;
  phone: CallPerson[];
  letters: CallPerson[];
  /** People who are owed something, on all pages. */
  people: { phone: number; letters: number };
  /** Done since yesterday, by press: can be put back. */
  done: CallItem[][];
  /** Calls and letters done since yesterday that do not stand there. */
  doneLeft: number;
}
