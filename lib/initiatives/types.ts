import type { Audience } from '@/lib/core/audience';

export type SupportState =
  | 'RECEIVED'
  | 'CLARIFYING'
  | 'OFFERED'
  | 'NEEDS_DECISION'
  | 'CONFIRMED'
  | 'IN_PROGRESS'
  | 'SETTLEMENT_DUE'
  | 'COMPLETED'
  | 'DECLINED'
  | 'WITHDRAWN';

export type SupportKind = 'ROOM' | 'MATERIAL' | 'MONEY' | 'ADVICE' | 'PUBLICITY' | 'CONTACTS';

export type SupportChannel =
  | 'ONLINE'
  | 'OFFICE'
  | 'PHONE'
  | 'POSTCARD'
  | 'OUTREACH'
  | 'FORUM'
  | 'PARTNER';

export type ContactKind = 'MAIL' | 'PHONE' | 'LETTER' | 'NUMBER';

/** Who took a step. Anything else in a step's `by` is the name of a group or office, as it was typed. */
export type StepTaker = 'asker' | 'office';

/** One line of a request's history. */
export interface RequestStep {
  to: SupportState;
  at: Date;
  /** A `StepTaker` or a name. */
  by: string;
  /** Session of the Forum whose recommendation it follows. */
  session?: { number: number } | null;
  /** What of its agenda that was; older steps do not say. */
  agendaItemId?: string | null;
  /** As much as whoever reads it may see. */
  note: string;
  audience?: never;
}

/** The same for the office, which reads every note and sees who else does. */
export type OfficeRequestStep = Omit<RequestStep, 'audience'> & { audience: Audience };

/** A group of neighbours as everybody may see it. */
export interface InitiativeView {
  id: string;
  name: string;
  about: string;
  districtName: string;
  members: number | null;
  activeSince: Date | null;
  isForming: boolean;
}

/** A line in the account of somebody signed in. */
export interface OwnRequestLine {
  number: number;
  title: string;
  state: SupportState;
  stateSince: Date;
  promisedFor: Date | null;
  /** Key of the personal page. */
  key: string;
}
