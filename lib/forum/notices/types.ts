/** Somebody who signed up, as far as one must know them to tell them something. */
export interface Reachable {
  id: string;
  number: number;
  name: string;
  contactKind: 'MAIL' | 'PHONE' | 'LETTER' | 'NUMBER';
  contactValue: string;
  locale: string;
  /** Whether they have a seat. */
  state: 'CONFIRMED' | 'WAITLISTED';
}

/** One of the sign-ups that are told about in one go. */
export type Seat = Pick<Reachable, 'number' | 'state'>;

export interface Appointment {
  number: number;
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  /** What is said of when it is, see `dateTold`; null: that it is open. */
  date: Date | null;
}

/** What became of a session people signed up for; `givenUp`: called off while it was postponed. */
export type SessionChange = 'moved' | 'cancelled' | 'postponed' | 'givenUp';
