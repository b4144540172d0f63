export type MinutesState = 'NONE' | 'DRAFT' | 'SUBMITTED' | 'UNCONFIRMED' | 'CONFIRMED';

/** What was said under one item of the agenda. */
export interface MinutesItem {
  position: number;
  title: string;
  record: string;
  /** It came up in the session. */
  raised: boolean;
  /** When and why it was added to minutes that were public already. */
  late: { at: Date; why: string } | null;
  /** When and why that was corrected, the last first. */
  corrections: { at: Date; reason: string }[];
}

/** The same while it is written. */
export interface MinutesItemToWrite extends MinutesItem {
  id: string;
  version: number;
  /** Those it is about. */
  proposals: { number: number; title: string }[];
}

/** Minutes as the office and the representation see them, in whatever state. */
export interface MinutesView {
  version: number;
  number: number;
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  attended: number | null;
  votingResidents: number | null;
  /** When and why these numbers were corrected, the last first. */
  turnoutCorrections: { at: Date; reason: string }[];
  state: MinutesState;
  /** Since when it is in this state; null: nothing is written yet. */
  since: Date | null;
  returnNote: string;
  items: MinutesItemToWrite[];
}

/** One line of what the representation has to do. */
export interface RepresentedSession {
  number: number;
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  state: MinutesState;
}

/** What the representation's page of a coming session shows. */
export interface ComingForRepresentation {
  id: string;
  number: number;
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  isMine: boolean;
  isNamed: boolean;
  /** Somebody else of the representation moderates. */
  isTaken: boolean;
}
