/** How somebody meets the counselling by appointment. */
export const SLOT_KINDS = ['PERSONAL', 'PHONE', 'HOME_VISIT'] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

/** Hours may also be open: then numbers are drawn, and nobody has an appointment. */
export const HOURS_KINDS = [...SLOT_KINDS, 'WALK_IN'] as const;
export type HoursKind = (typeof HOURS_KINDS)[number];

export const BOOKING_STATES = [
  'BOOKED',
  'HELD',
  'CANCELLED_BY_VISITOR',
  'CANCELLED_BY_OFFICE',
  'NO_SHOW',
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** By whom an appointment was taken; at the phone and on the spot it was its counsellor. */
export const VIAS = ['WEB', 'PHONE', 'COUNTER', 'OFFICE'] as const;
export type Via = (typeof VIAS)[number];

/** When and where, of whoever has it or nobody. */
export interface SlotTimes {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly kind: SlotKind;
  readonly place: string;
}

/** One that can be had. */
export interface FreeSlot extends SlotTimes {
  readonly id: string;
  readonly stepFree: boolean;
  /** As ISO 639 writes them, the first one first. */
  readonly languages: readonly string[];
}

/** A day on which everybody may come without an appointment, and when. */
export interface OpenHours {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `HH:MM` */
  readonly starts: string;
  readonly ends: string;
  readonly place: string;
  readonly stepFree: boolean;
  readonly languages: readonly string[];
}

/** Hours of every week, as they hang at the door; not whose. */
export interface WeeklyHours extends Omit<OpenHours, 'day'> {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  readonly kind: HoursKind;
}

/** Somebody's own, opened by number and code. */
export interface OwnBooking extends SlotTimes {
  readonly state: BookingState;
  readonly name: string;
  readonly language: string | null;
  readonly needsStepFree: boolean;
  readonly slotId: string;
  readonly stepFree: boolean;
  /** Whether it can still be changed or given back. */
  readonly isOpen: boolean;
  /** Has begun and is not over. */
  readonly isRunning: boolean;
  /** Whoever counsels there speaks the language that was asked for. */
  readonly isSpoken: boolean;
}

/** One that was just taken for somebody, and number and code of it as `ownKey` writes them. */
export interface Entered {
  readonly key: string;
  readonly booking: OwnBooking;
}

/** An appointment as its counsellor sees it. */
export interface DeskSlot extends FreeSlot {
  /** Its hours stand, and that day is none without counselling. */
  readonly isOffered: boolean;
  /** Its counsellor took this one time back, and can give it again. */
  readonly isWithdrawn: boolean;
  /** Null: nobody has it. */
  readonly booking: DeskBooking | null;
}

export interface DeskBooking {
  readonly id: string;
  readonly state: BookingState;
  /** Empty when it was forgotten. */
  readonly name: string;
  readonly phone: string;
  readonly language: string | null;
  readonly needsStepFree: boolean;
  readonly via: Via;
  /** Was called off and left a number: has to be told. */
  readonly toCall: boolean;
}

/** Has to hear that it is off, of whom somebody left behind who counsels no more. */
export interface LeftToRing extends SlotTimes {
  readonly booking: string;
  readonly slot: string;
  readonly name: string;
  /** Empty: none was left, and nobody can ring. */
  readonly phone: string;
  readonly language: string | null;
}

/** What goes with whoever counsels. */
export interface LeftBehind {
  /** Have an appointment to come, or have to be rung. */
  readonly waiting: number;
  /** Somebody else counsels, and finds them on their list to ring. */
  readonly others: boolean;
}

export interface DeskHours {
  readonly id: string;
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** `HH:MM` */
  readonly starts: string;
  readonly ends: string;
  readonly minutes: number;
  readonly kind: HoursKind;
  readonly place: string;
  readonly stepFree: boolean;
  readonly languages: readonly string[];
  /** `YYYY-MM-DD` */
  readonly fromDay: string;
  readonly untilDay: string | null;
}

export interface DayOff {
  readonly id: string;
  readonly fromDay: string;
  readonly untilDay: string;
  /** The office did it for whoever counsels. */
  readonly byOffice: boolean;
}

export const TOPICS = [
  'MONEY',
  'HOUSING',
  'WORK',
  'FAMILY',
  'HEALTH',
  'RESIDENCE',
  'DISTRICT',
  'OTHER',
] as const;
export type Topic = (typeof TOPICS)[number];

export const BANDS = ['TO15', 'TO30', 'TO60', 'OVER60'] as const;
export type Band = (typeof BANDS)[number];

export interface TallyRow {
  /** `YYYY-MM-01` */
  readonly month: string;
  /** NONE: the line says that the month had no talk. */
  readonly topic: Topic | 'NONE';
  readonly band: Band | 'NONE';
  readonly firstContact: boolean;
  readonly talks: number;
}

export interface WaitingNumber {
  readonly number: number;
  readonly place: string;
  readonly called: boolean;
}

/** What became of a number. */
export interface Moved {
  readonly number: number;
  /** Pressed twice, or in two windows: it was so already, and no other one took its place. */
  readonly wasBefore: boolean;
}

/** How the key of an own appointment is made out of the form that booked it. */
export const APPOINTMENT_KEYS = {
  code: { purpose: 'counselling-code', characters: 8 },
  number: { purpose: 'counselling-number', characters: 8 },
} as const;
