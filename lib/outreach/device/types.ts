import type { AgeBands, OutreachMood, OutreachOutcome } from '../contacts/types';
import type { OutreachSetting, TraceKind } from '../types';

export type Counted = 'contacts' | 'firstContacts' | 'notMet';

/** A talk that is being entered; it is kept from the first tap on. */
export interface Draft {
  /** Made with the first tap; what is sent has one of its own, made of this and of what was entered. */
  id: string;
  /** `YYYY-MM-DD`; empty until the first tap, which says the day. */
  day: string;
  districtId: string;
  setting: OutreachSetting;
  place: string;
  contacts: number;
  firstContacts: number;
  notMet: number;
  age: keyof AgeBands | 'mixed' | null;
  topicIds: string[];
  mood: OutreachMood | null;
  outcomes: OutreachOutcome[];
  note: string;
  noName: boolean;
  /** The note is to be a proposal without a name. */
  asProposal: boolean;
  /** A random word by which the server knows the proposal when it is sent again; one begun on an older page has none and gets its own id when it is saved. */
  claim?: string;
  /** Somebody is to be called back; who it is stands nowhere here. */
  wantsCall: boolean;
  /** The local date on which somebody chose the day, `YYYY-MM-DD`: so long it is the next talk’s, too. */
  chosenOn?: string;
  /** What the server said is wrong with it, while it is put right, and in which field. */
  problem?: string;
  field?: string;
}

/** As it is sent. */
export interface DeviceContact
  extends AgeBands,
    Omit<Draft, 'age' | 'problem' | 'field' | 'chosenOn' | 'wantsCall'> {}

/** A contact that is on this device and, as far as the device knows, nowhere else. */
export interface KeptContact {
  id: string;
  contact: DeviceContact;
  /** What the server said is wrong with it; empty: it waits to be sent. */
  problem: string;
  /** Where the server found it. */
  field?: string;
}

/** Somebody was promised a call, and whoever promised it has still to enter who: the device knows the day alone. */
export interface PromisedCall {
  /** That of the contact. */
  id: string;
  /** `YYYY-MM-DD`. */
  day: string;
}

/** Why a talk cannot be saved yet. */
export interface DraftProblem {
  code:
    | 'where'
    | 'noWords'
    | 'nobody'
    | 'many'
    | 'moreFirst'
    | 'ahead'
    | 'longAgo'
    | 'long'
    | TraceKind;
  /** Id of the field it is about. */
  field: string;
  /** What in the text it is about. */
  words?: string;
  max?: number;
}

/** One of the server's answers to one contact. */
export interface Answer {
  id: string;
  answer: string;
  /** What is wrong with it, or what is to be known of it. */
  sentence: string;
  /** What it is wrong with. */
  field: string;
}

/** Why what was entered is not on the device: no room, or nothing can be kept here. */
export type Unkept = 'full' | 'noStore';

/** Why nothing more goes over just now. */
export type Obstacle = 'noNet' | 'signIn' | 'secondFactor' | 'notAllowed' | 'server' | 'outdated';

/** What the line at the top says. */
export type DeviceState =
  | Obstacle
  | Unkept
  | 'sending'
  | 'waits'
  | 'refused'
  | 'begun'
  | 'done'
  | 'nothing';

/** Everything a device keeps of its own. */
export interface DeviceStore {
  draft: Draft | null;
  /** Begun before it, when the device could not be read at first: they come into the form after it. */
  later: Draft[];
  contacts: KeptContact[];
  calls: PromisedCall[];
  /** When something last went over from here, in milliseconds; null: nothing did. */
  wentOverAt: number | null;
}
