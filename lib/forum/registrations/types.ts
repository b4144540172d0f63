import type { SignUpTimes } from '@/lib/forum/sessions/types';

/** What somebody may need to be able to come. */
export const NEEDS = ['CHILD_CARE', 'LIFT', 'TRANSLATION', 'STEP_FREE', 'HEARING'] as const;
export type Need = (typeof NEEDS)[number];

export type RegistrationState = 'CONFIRMED' | 'WAITLISTED' | 'CANCELLED';
/** What is so of a sign-up and its session together: a seat at what is off, open or over is none. */
export type SeatState = RegistrationState | 'sessionCancelled' | 'sessionPostponed' | 'over';
export type ContactKind = 'MAIL' | 'PHONE' | 'LETTER' | 'NUMBER';

/** The key to one's own sign-up: its code, which its mails carry, too. */
export const REGISTRATION_KEYS = {
  code: { purpose: 'registration', characters: 8 },
  signedFor: null,
} as const;

/** Ways a sign-up can reach the office; `ONLINE` is the person's own. */
export const OFFICE_CHANNELS = ['PHONE', 'OFFICE', 'OUTREACH'] as const;

/** What is stored as the result of signing up: nothing personal, no code. */
export interface RegistrationMade {
  number: number;
  state: 'CONFIRMED' | 'WAITLISTED';
}

/** One's own sign-up, seen with the code. */
export interface OwnRegistration {
  number: number;
  version: number;
  name: string;
  persons: number;
  needs: Need[];
  needsNote: string;
  contactKind: ContactKind;
  /** The office typed in the mail address afterwards: nothing is mailed there. */
  isUnproven: boolean;
  state: RegistrationState;
  movedUp: boolean;
  /** Place in the queue, from 1; null when not waiting. */
  position: number | null;
  /** What was given back, and who did it; null as long as it stands, and when that was forgotten. */
  ended: { before: 'CONFIRMED' | 'WAITLISTED'; by: 'guest' | 'office' } | null;
  /** What is so of it now, with what became of the session. */
  seat: SeatState;
  /** Whether it can be given back or changed now. */
  open: boolean;
  session: SignUpTimes & {
    number: number;
    title: string;
    place: string;
    callOffReason: string;
    /** When and why that was corrected. */
    reasonCorrections: readonly { at: Date; reason: string }[];
  };
}

/** A sign-up as the office sees it. */
export interface RegistrationInOffice {
  /** Where the office typed in the mail address afterwards, and how that stands; null elsewhere. */
  typedAddress: { state: 'open' | 'proven' | 'ended' | 'unsent'; at: Date | null } | null;
  number: number;
  version: number;
  name: string;
  persons: number;
  needs: Need[];
  needsNote: string;
  contactKind: ContactKind;
  contactValue: string;
  channel: string;
  state: RegistrationState;
  movedUp: boolean;
  position: number | null;
  createdAt: Date;
}

/** A sign-up in the person's own account. */
export interface RegistrationInAccount {
  number: number;
  seat: SeatState;
  persons: number;
  session: { number: number; title: string; startsAt: Date; place: string };
}
