import { describe, expect, it } from 'vitest';
import { progressLights } from '../progress/rules';
import type { RequestStep, SupportKind } from '../types';
import { stateToGoBackTo, undone } from './rules';

const AT = new Date('2026-11-30T12:00:00Z');
const ROOM: SupportKind[] = ['ROOM'];

/** Steps of the office an hour apart, the last one now; `!` is the asker's. */
const history = (...states: string[]) =>
  states.map((state, index) => ({
    to: state.replace('!', '') as RequestStep['to'],
    by: state.endsWith('!') ? 'asker' : 'office',
    at: new Date(AT.getTime() - (states.length - 1 - index) * 3_600_000),
    note: '',
  }));

const hoursLater = (hours: number) => new Date(AT.getTime() + hours * 3_600_000);

describe('where a request goes back to', () => {
  it.each([
    [['RECEIVED!', 'DECLINED'], 'RECEIVED'],
    [['RECEIVED!', 'OFFERED', 'DECLINED'], 'OFFERED'],
    [['RECEIVED!', 'CONFIRMED'], 'RECEIVED'],
    [['RECEIVED!', 'CONFIRMED', 'COMPLETED'], 'CONFIRMED'],
    [['RECEIVED!', 'IN_PROGRESS'], 'RECEIVED'],
    [['RECEIVED!', 'OFFERED', 'CONFIRMED!', 'IN_PROGRESS'], 'CONFIRMED'],
    // Taken back once: what stood before can be a mistake as well, and what was done anew, too.
    [['RECEIVED!', 'CONFIRMED', 'COMPLETED', 'CONFIRMED'], 'RECEIVED'],
    [['RECEIVED!', 'DECLINED', 'RECEIVED', 'DECLINED'], 'RECEIVED'],
    // Nothing the office decided.
    [['RECEIVED!'], null],
    [['RECEIVED!', 'OFFERED'], null],
    [['RECEIVED!', 'OFFERED', 'CONFIRMED!'], null],
    [['RECEIVED!', 'WITHDRAWN!'], null],
    [['RECEIVED!', 'DECLINED', 'RECEIVED'], null],
  ])('%j: %s', (states, to) => {
    expect(stateToGoBackTo(history(...states), ROOM, AT)).toBe(to);
  });

  it('for a day, and not one moment longer', () => {
    const declined = history('RECEIVED!', 'DECLINED');
    expect(stateToGoBackTo(declined, ROOM, hoursLater(23.9))).toBe('RECEIVED');
    expect(stateToGoBackTo(declined, ROOM, hoursLater(24))).toBeNull();
  });
});

it('what was taken back does not count, and a way back is not mistaken for a step', () => {
  const lines = history('RECEIVED!', 'CONFIRMED', 'RECEIVED', 'CLARIFYING', 'CLARIFYING!');
  const { standing, backs } = undone(lines, ROOM);
  expect(standing.map(({ to }) => to)).toEqual(['RECEIVED', 'CLARIFYING', 'CLARIFYING']);
  expect([...backs]).toEqual([lines[2]]);
});

it('what was promised by mistake is no light of a request that was declined then', () => {
  const lines = history('RECEIVED!', 'CONFIRMED', 'RECEIVED', 'DECLINED');
  const lights = progressLights('DECLINED', ROOM, lines);
  expect(lights.map(({ key }) => key)).toEqual(['received', 'ended']);
});
