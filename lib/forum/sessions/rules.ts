import type { SessionState, SessionStep, SignUpStatus, SignUpTimes } from './types';

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

/** When `signUpStatus` will answer something else by the mere passing of time; null: never. */
export function statusChangesAt(session: SignUpTimes, at: Date): Date | null {
  const { registrationDeadline: deadline } = session;
  // The deadline itself is still in time, so the answer changes just after it.
  const closes = deadline === null ? [] : [new Date(deadline.getTime() + 1)];
  const coming = [...closes, session.startsAt, session.endsAt].filter((instant) => instant > at);
  return coming.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** Not over, and neither called off nor without a date. */
export function isComing(session: SignUpTimes, at: Date): boolean {
  return !['over', 'cancelled', 'postponed'].includes(signUpStatus(session, at));
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
