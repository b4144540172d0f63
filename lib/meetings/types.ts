export type MeetingKind =
  | 'WORKING_MEETING'
  | 'STEERING_MEETING'
  | 'NETWORK_MEETING'
  | 'TRAINING'
  | 'PEER_CONSULTATION'
  | 'CONFERENCE';

export type MeetingState = 'PLANNED' | 'REGISTERED' | 'ATTENDED' | 'EVALUATED' | 'CANCELLED';

/** What somebody does with a meeting by one click; what came of it is typed. */
export type MeetingStep = 'register' | 'attend' | 'cancel' | 'reopen';

export interface Colleague {
  id: string;
  name: string;
}

export interface Participant extends Colleague {
  /** Of the file with their certificate; null: there is none here. */
  certificateId: string | null;
}

export interface MeetingLine {
  id: string;
  kind: MeetingKind;
  /** Empty for a peer consultation. */
  title: string;
  organizer: string;
  /** Local date. */
  day: string;
  minutes: number;
  people: readonly Participant[];
  /** How many went, also where it is not kept any more who. */
  count: number;
  costCents: number | null;
  /** Somebody noted that there is one, or the file of one lies here, see `certified`. */
  certificate: boolean;
  state: MeetingState;
  released: boolean;
}

export interface MeetingCase extends MeetingLine {
  topics: string;
  publicSummary: string;
  version: number;
  steps: readonly MeetingStep[];
  canChange: boolean;
  canEvaluate: boolean;
  /** Somebody was there and is named, so that their certificate may lie here. */
  canCertify: boolean;
}

/** What everybody reads of one. */
export interface BroughtBack {
  id: string;
  kind: MeetingKind;
  title: string;
  day: string;
  summary: string;
}

/** Everything of a year the office went to. */
export interface TrainingYear {
  year: number;
  /** Years there is something of, the latest first. */
  years: readonly number[];
  meetings: readonly MeetingLine[];
  /** Minutes of training each of them had, by name; only of whom it is still kept. */
  each: readonly { name: string; minutes: number }[];
  /** Minutes of training of everybody together. */
  trainingMinutes: number;
  costCents: number;
}

/** A meeting as somebody sees it who goes there; of the others nothing. */
export type OwnMeeting = Pick<
  MeetingLine,
  'id' | 'kind' | 'title' | 'organizer' | 'day' | 'minutes' | 'state' | 'certificate'
> & { version: number };

/** A year of what one of them went to, and of peer consultations, which are nobody's. */
export interface OwnYear {
  year: number;
  years: readonly number[];
  /** The latest first. */
  meetings: readonly OwnMeeting[];
  /** Minutes of training one was at. */
  trainingMinutes: number;
  peers: readonly OwnMeeting[];
  /** Minutes of those that took place. */
  peerMinutes: number;
}
