import { MET } from '@/lib/cases/rules';
import type {
  CalledOff,
  SessionState,
  SessionStep,
  SignUpStatus,
  SignUpTimes,
  WayIn,
} from './types';

const OVER: readonly SessionState[] = ['HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED'];

/** Whether somebody can sign up at an instant, and if not, why not. */
export function signUpStatus(session: SignUpTimes, at: Date): SignUpStatus {
  if (session.state === 'CANCELLED') return 'cancelled';
  // Without a new date the old one means nothing, not even that it is over.
  if (session.state === 'POSTPONED') return 'postponed';
  if (OVER.includes(session.state) || session.endsAt <= at) return 'over';
  if (session.state === 'RUNNING' || session.startsAt <= at) return 'running';
  const { registrationDeadline } = session;
  return registrationDeadline !== null && registrationDeadline < at ? 'deadlinePassed' : 'open';
}

/** Nobody comes: it was called off, or has no date any more. It is said why. */
export function isCalledOff(state: SessionState): state is CalledOff {
  return state === 'CANCELLED' || state === 'POSTPONED';
}

/** When `signUpStatus` will answer something else by the mere passing of time; null: never. */
export function statusChangesAt(session: SignUpTimes, at: Date): Date | null {
  const { registrationDeadline: deadline } = session;
  // The deadline itself is still in time, so the answer changes just after it.
  const closes = deadline === null ? [] : [new Date(deadline.getTime() + 1)];
  const coming = [...closes, session.startsAt, session.endsAt].filter((instant) => instant > at);
  return coming.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** It took place, or is taking place. */
export function hasMet(state: SessionState): boolean {
  return (MET as readonly SessionState[]).includes(state);
}

/**
 * How somebody can still come to a session that is not over: sign up, wait for a seat, walk in although the sign-up
 * is over, walk in now; `full`: not at all. Without a free seat nobody is told to just come.
 */
export function wayIn(status: SignUpStatus, isFull: boolean): WayIn {
  if (status === 'open') return isFull ? 'waitingList' : 'open';
  if (isFull) return 'full';
  return status === 'running' ? 'running' : 'walkIn';
}

/** Why nobody can sign up; `full`: there is no way in besides, so that nobody sets out for a seat that is taken. */
export function whyClosed(
  status: Exclude<SignUpStatus, 'open'>,
  isFull: boolean,
): Exclude<SignUpStatus, 'open'> | 'full' {
  const isWalkedIn = status === 'deadlinePassed' || status === 'running';
  return isWalkedIn && wayIn(status, isFull) === 'full' ? 'full' : status;
}

/** Not over, and neither called off nor without a date. */
export function isComing(session: SignUpTimes, at: Date): boolean {
  return !['over', 'cancelled', 'postponed'].includes(signUpStatus(session, at));
}

/** Announced and not begun: its agenda and who moderates can still be set by those who come. */
export function isAhead(session: SignUpTimes, at: Date): boolean {
  return ['open', 'deadlinePassed'].includes(signUpStatus(session, at));
}

/** It is on, or over: what is put on its agenda from now on came up in it. */
export function hasBegun(session: SignUpTimes, at: Date): boolean {
  return ['running', 'over'].includes(signUpStatus(session, at));
}

/** A seat can be given back until the session starts; also while its date is open. */
export function canCancelRegistration(session: SignUpTimes, at: Date): boolean {
  return ['open', 'deadlinePassed', 'postponed'].includes(signUpStatus(session, at));
}

const STEPS: Record<SessionStep, { from: readonly SessionState[]; to: SessionState }> = {
  invite: { from: ['PLANNED'], to: 'INVITED' },
  start: { from: ['INVITED', 'PLANNED'], to: 'RUNNING' },
  finish: { from: ['RUNNING', 'INVITED', 'PLANNED'], to: 'HELD' },
  cancel: { from: ['PLANNED', 'INVITED', 'POSTPONED'], to: 'CANCELLED' },
  postpone: { from: ['PLANNED', 'INVITED'], to: 'POSTPONED' },
};

/** The state a step leads to, or null where the step makes no sense. */
export function stateAfter(state: SessionState, step: SessionStep): SessionState | null {
  const { from, to } = STEPS[step];
  return from.includes(state) ? to : null;
}

/** Minutes before its beginning from which a session can be opened: the first are let in, the room is full. */
export const EARLIEST_START_MINUTES = 60;

/**
 * Whether a step of the evening comes too early: a session is opened at most an hour before it begins and
 * is over only once it has begun. Otherwise one wrong press would close the sign-up of a coming session.
 */
export function isTooEarly(session: { startsAt: Date }, step: SessionStep, at: Date): boolean {
  if (step === 'start') {
    return at.getTime() < session.startsAt.getTime() - EARLIEST_START_MINUTES * 60_000;
  }
  return step === 'finish' && at < session.startsAt;
}

/** Hours within which the last step can be taken back. */
export const UNDO_HOURS = 24;

/**
 * The state to go back to, or null. Invited, begun and over are only noted, so nothing has to be recalled;
 * calling off and putting off were told to everybody and stay.
 */
export function stateBefore(
  session: { stepFrom: SessionState | null; stepAt: Date | null },
  at: Date,
): SessionState | null {
  const { stepFrom, stepAt } = session;
  if (stepFrom === null || stepAt === null) return null;
  return at.getTime() - stepAt.getTime() <= UNDO_HOURS * 3_600_000 ? stepFrom : null;
}

export function possibleSteps(state: SessionState): SessionStep[] {
  return (Object.keys(STEPS) as SessionStep[]).filter((step) => stateAfter(state, step) !== null);
}

interface Appointment {
  startsAt: Date;
  endsAt: Date;
  place: string;
}

/** Whether people who signed up would stand at the wrong door or come at the wrong time. */
export function isMoved(before: Appointment, after: Appointment): boolean {
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime() ||
    before.place !== after.place
  );
}

/** A postponed session that gets a new date is planned again; everything else stays as it was. */
export function stateAfterMove(state: SessionState, newDate: boolean): SessionState {
  return state === 'POSTPONED' && newDate ? 'PLANNED' : state;
}

/** Whole minutes between two instants. */
export function minutesBetween(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / 60_000);
}

/** No promise was made yet: only what was taken back leads there again. */
const UNDECIDED = ['RECEIVED', 'CLARIFYING', 'OFFERED', 'NEEDS_DECISION'];

interface PromiseStep {
  at: Date;
  /** All steps of what was asked for. */
  request: { steps: readonly { at: Date; to: string }[] };
}

/** Whether what was promised was not taken back as a mistake since. */
export function stillStands({ at, request }: PromiseStep): boolean {
  return !request.steps.some((later) => later.at > at && UNDECIDED.includes(later.to));
}
