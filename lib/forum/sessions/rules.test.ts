import { describe, expect, it } from 'vitest';
import {
  canCancelRegistration,
  isComing,
  isMoved,
  minutesBetween,
  possibleSteps,
  signUpStatus,
  stateAfter,
  stateAfterMove,
  statusChangesAt,
  wayIn,
  whyClosed,
} from './rules';
import type { SessionState, SignUpStatus } from './types';

const at = (time: string) => new Date(`2027-01-${time}:00+01:00`);

const session = (state: SessionState = 'INVITED') => ({
  state,
  startsAt: at('20T17:30'),
  endsAt: at('20T19:00'),
  registrationDeadline: at('18T23:59'),
});

const CASES: [string, SessionState, string, SignUpStatus][] = [
  ['long before', 'INVITED', '02T10:00', 'open'],
  ['before the invitations went out', 'PLANNED', '02T10:00', 'open'],
  ['in the last minute', 'INVITED', '18T23:59', 'open'],
  ['just after the deadline', 'INVITED', '19T00:00', 'deadlinePassed'],
  ['when it starts', 'INVITED', '20T17:30', 'running'],
  ['started early by the office', 'RUNNING', '20T17:00', 'running'],
  ['when it ends', 'INVITED', '20T19:00', 'over'],
  ['ended early by the office', 'HELD', '20T18:00', 'over'],
  ['with minutes', 'MINUTES_APPROVED', '02T10:00', 'over'],
  ['called off', 'CANCELLED', '02T10:00', 'cancelled'],
  ['called off, long ago', 'CANCELLED', '30T10:00', 'cancelled'],
  ['put off', 'POSTPONED', '02T10:00', 'postponed'],
  ['put off, the old date gone by', 'POSTPONED', '30T10:00', 'postponed'],
];

describe('signing up', () => {
  it.each(CASES)('%s', (_name, state, time, status) => {
    expect(signUpStatus(session(state), at(time))).toBe(status);
  });

  it('is open until the start without a deadline', () => {
    const open = { ...session(), registrationDeadline: null };
    expect(signUpStatus(open, at('20T17:29'))).toBe('open');
  });

  it('says when its answer will change, always truly', () => {
    let time = at('02T10:00');
    const seen: SignUpStatus[] = [signUpStatus(session(), time)];
    for (
      let next = statusChangesAt(session(), time);
      next;
      next = statusChangesAt(session(), next)
    ) {
      const justBefore = new Date(next.getTime() - 1);
      expect(signUpStatus(session(), justBefore)).toBe(signUpStatus(session(), time));
      time = next;
      seen.push(signUpStatus(session(), time));
    }
    expect(seen).toEqual(['open', 'deadlinePassed', 'running', 'over']);
  });

  it.each([
    ['INVITED', '02T10:00', true],
    ['INVITED', '19T10:00', true],
    ['POSTPONED', '19T10:00', true],
    ['INVITED', '20T17:30', false],
    ['CANCELLED', '02T10:00', false],
  ] as const)('giving back in state %s on the %s: %s', (state, time, can) => {
    expect(canCancelRegistration(session(state), at(time))).toBe(can);
  });

  it.each([
    ['INVITED', '20T18:00', true],
    ['POSTPONED', '02T10:00', false],
    ['CANCELLED', '02T10:00', false],
    ['HELD', '21T10:00', false],
  ] as const)('a session in state %s on the %s is coming: %s', (state, time, coming) => {
    expect(isComing(session(state), at(time))).toBe(coming);
  });
});

describe('steps', () => {
  it.each([
    ['PLANNED', ['invite', 'start', 'finish', 'cancel', 'postpone']],
    ['INVITED', ['start', 'finish', 'cancel', 'postpone']],
    ['RUNNING', ['finish']],
    ['HELD', []],
    ['MINUTES_DRAFT', []],
    ['MINUTES_APPROVED', []],
    ['CANCELLED', []],
    ['POSTPONED', ['cancel']],
  ] as const)('from %s', (state, steps) => {
    expect(possibleSteps(state)).toEqual(steps);
  });

  it('lead where their name says', () => {
    expect(stateAfter('PLANNED', 'invite')).toBe('INVITED');
    expect(stateAfter('INVITED', 'postpone')).toBe('POSTPONED');
    expect(stateAfter('HELD', 'cancel')).toBeNull();
  });

  it('a new date brings a postponed session back, a new place does not', () => {
    expect(stateAfterMove('POSTPONED', true)).toBe('PLANNED');
    expect(stateAfterMove('POSTPONED', false)).toBe('POSTPONED');
    expect(stateAfterMove('INVITED', true)).toBe('INVITED');
  });
});

describe('moving', () => {
  const before = { startsAt: at('20T17:30'), endsAt: at('20T19:00'), place: 'Aula' };
  it.each([
    ['nothing', {}, false],
    ['the start', { startsAt: at('20T18:00') }, true],
    ['the end', { endsAt: at('20T19:30') }, true],
    ['the place', { place: 'Turnhalle' }, true],
  ])('%s', (_name, change, moved) => {
    expect(isMoved(before, { ...before, ...change })).toBe(moved);
  });

  it('counts minutes across the end of summer time', () => {
    const evening = new Date('2026-10-25T01:30:00+02:00');
    const morning = new Date('2026-10-25T03:00:00+01:00');
    expect(minutesBetween(evening, morning)).toBe(150);
  });
});

describe('the way in', () => {
  it.each([
    ['open', false, 'open'],
    ['open', true, 'waitingList'],
    ['deadlinePassed', false, 'walkIn'],
    ['deadlinePassed', true, 'full'],
    ['running', false, 'running'],
    ['running', true, 'full'],
  ] as const)('of a session that is %s, full: %s', (status, isFull, way) => {
    expect(wayIn(status, isFull)).toBe(way);
  });

  it.each([
    ['deadlinePassed', false, 'deadlinePassed'],
    ['deadlinePassed', true, 'full'],
    ['running', true, 'full'],
    ['over', true, 'over'],
    ['cancelled', true, 'cancelled'],
  ] as const)('is shut for one reason: %s, full: %s', (status, isFull, why) => {
    expect(whyClosed(status, isFull)).toBe(why);
  });
});
