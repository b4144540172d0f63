import type { Audience } from '@/lib/core/audience';
import type { MinutesItem, MinutesState } from '@/lib/forum/minutes/types';

export type SessionState =
  | 'PLANNED'
  | 'INVITED'
  | 'RUNNING'
  | 'HELD'
  | 'MINUTES_DRAFT'
  | 'MINUTES_APPROVED'
  | 'CANCELLED'
  | 'POSTPONED';

/** Nobody comes: for good, or until it has a new date. */
export type CalledOff = 'CANCELLED' | 'POSTPONED';

/** What decides whether somebody can still sign up. */
export interface SignUpTimes {
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  /** Last instant at which signing up is possible; null: until the session starts. */
  registrationDeadline: Date | null;
}

/** Of `deadlinePassed` and `running` only `wayIn` says whether one can still come: where a seat is free. */
export type SignUpStatus =
  | 'open'
  | 'deadlinePassed'
  | 'running'
  | 'over'
  | 'cancelled'
  | 'postponed';

/** How somebody can come, see `wayIn`. */
export type WayIn = 'open' | 'waitingList' | 'walkIn' | 'running' | 'full';

/** What somebody in the office can do with a session as a whole. */
export type SessionStep = 'invite' | 'start' | 'finish' | 'cancel' | 'postpone';

/** One session as lists, the calendar and the first pages show it; nothing in it is personal. */
export interface SessionSummary {
  id: string;
  number: number;
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  districtSlugs: string[];
  state: SessionState;
  /** Grows whenever time, place or validity change (SEQUENCE of the calendar feed). */
  sequence: number;
}

export interface NextSession extends SessionSummary {
  registrationDeadline: Date | null;
  /** How somebody can come. */
  wayIn: WayIn;
  /** Sum of the agenda and length of the session, both in minutes. */
  agendaMinutes: number;
  lengthMinutes: number;
}

/** How full a session is; counts are persons, `waitingGroups` are sign-ups. */
export interface SeatCount {
  capacity: number | null;
  confirmed: number;
  waitingGroups: number;
}

export interface SessionInList extends SessionSummary {
  registrationDeadline: Date | null;
  attended: number | null;
  /** Wording of what was recommended. */
  recommended: string[];
}

export interface ForumOverview {
  next: (SessionInList & { seats: SeatCount }) | null;
  upcoming: SessionInList[];
  past: SessionInList[];
}

export interface AgendaEntry {
  id: string;
  position: number;
  title: string;
  kind: string;
  minutes: number;
  presenter: string;
  note: string;
  /** It came up in the session: it was put here after the beginning. */
  raised: boolean;
  /** When and why it was added to minutes that were public already. */
  late: { at: Date; why: string } | null;
  /** Public proposals only. */
  proposals: { number: number; title: string; raised: boolean }[];
  audience?: never;
}

/** The same for those who set the agenda. */
export type AgendaEntryToSet = Omit<AgendaEntry, 'audience'> & {
  /** Of the note. */
  audience: Audience;
  version: number;
};

export interface DecisionEntry {
  id: string;
  agendaNo: number;
  text: string;
  yes: number;
  no: number;
  abstain: number;
  result: string;
  version: number;
  corrections: Corrected[];
}

/** When and why something was corrected; the last first. */
export interface Corrected {
  at: Date;
  reason: string;
}

export interface TaskEntry {
  id: string;
  text: string;
  assignee: string;
  dueOn: Date | null;
  done: boolean;
  /** Why nobody goes on with it; empty otherwise. */
  dropReason: string;
  version: number;
  corrections: Corrected[];
  audience?: never;
}

/** The same in the office. */
export type TaskInOffice = Omit<TaskEntry, 'audience'> & { audience: Audience };

/** Everything that is public about one session. */
export interface SessionDetails extends SessionSummary {
  registrationDeadline: Date | null;
  fallbackPlace: string;
  access: string;
  childCare: string;
  liftService: string;
  translation: string;
  moderator: string;
  /** Before: a remark; afterwards: what the evening was like. */
  note: string;
  /** Why it was called off or postponed; empty otherwise. */
  callOffReason: string;
  /** When and why that was corrected, the last first. */
  reasonCorrections: Corrected[];
  attended: number | null;
  votingResidents: number | null;
  /** When and why these numbers were corrected, the last first. */
  turnoutCorrections: Corrected[];
  agenda: AgendaEntry[];
  decisions: DecisionEntry[];
  tasks: TaskEntry[];
  seats: SeatCount;
  /** Null until they are public. */
  minutes: { isConfirmed: boolean; since: Date | null; items: MinutesItem[] } | null;
}

/** One line of the office's list. */
export interface SessionInOffice extends SignUpTimes, SeatCount {
  number: number;
  title: string;
  place: string;
  /** How many came; registrations are deleted 30 days after, this number stays. */
  attended: number | null;
}

/** What the sign-up form and the office's parts of a session show at their head. */
export interface SessionHead extends SignUpTimes {
  id: string;
  version: number;
  number: number;
  title: string;
  place: string;
  callOffReason: string;
  /** When and why that was corrected, the last first. */
  reasonCorrections: Corrected[];
  attended: number | null;
  votingResidents: number | null;
  minutesState: MinutesState;
  /** State before the last step and when it was taken; null: nothing to take back. */
  stepFrom: SessionState | null;
  stepAt: Date | null;
}

/** What the office's form shows; times are local wall-clock times. */
export type SessionForm = Record<
  | 'title'
  | 'date'
  | 'start'
  | 'end'
  | 'place'
  | 'fallbackPlace'
  | 'access'
  | 'childCare'
  | 'liftService'
  | 'translation'
  | 'moderator'
  | 'minutesBy'
  | 'capacity'
  /** Last day for signing up, `YYYY-MM-DD`, or empty. */
  | 'deadline'
  | 'note'
  | 'callOffReason',
  string
> & { districts: string[]; version: number; calledOff: CalledOff | null };

/** A session held fast until the running transaction ends. */
export interface LockedSession extends SignUpTimes {
  id: string;
  number: number;
  title: string;
  place: string;
  timeZone: string;
  capacity: number | null;
  sequence: number;
  stepFrom: SessionState | null;
  stepAt: Date | null;
  minutesState: MinutesState;
}

/** An item that was struck off an agenda and can be put back. */
export interface StruckItem {
  id: string;
  title: string;
}
