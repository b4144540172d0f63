import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  instantOf,
  localDateOf,
  localOf,
  monthsBefore,
  nextMidnight,
  resolveLocalTime,
} from './clock';

const BERLIN = 'Europe/Berlin';

describe('resolveLocalTime', () => {
  it.each([
    ['2027-01-20T17:30', '2027-01-20T16:30:00.000Z'],
    ['2026-07-08T17:30', '2026-07-08T15:30:00.000Z'],
  ])('%s is one instant', (local, instant) => {
    expect(resolveLocalTime(local, BERLIN)).toEqual({ kind: 'exact', instant: new Date(instant) });
  });

  it('knows the hour that exists twice', () => {
    expect(resolveLocalTime('2026-10-25T02:30', BERLIN)).toEqual({
      kind: 'twice',
      first: new Date('2026-10-25T00:30:00.000Z'),
      second: new Date('2026-10-25T01:30:00.000Z'),
    });
  });

  it('knows the hour that does not exist and says what comes instead', () => {
    expect(resolveLocalTime('2027-03-28T02:30', BERLIN)).toEqual({
      kind: 'skipped',
      instead: '2027-03-28T03:30',
    });
  });
});

describe('local time', () => {
  it('takes the first of two equal hours and moves over a gap', () => {
    expect(instantOf('2026-10-25T02:30', BERLIN).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(instantOf('2027-03-28T02:30', BERLIN).toISOString()).toBe('2027-03-28T01:30:00.000Z');
  });

  it('goes there and back', () => {
    const instant = new Date('2026-12-31T23:30:00Z');
    expect(localOf(instant, BERLIN)).toBe('2027-01-01T00:30');
    expect(localDateOf(instant, BERLIN)).toBe('2027-01-01');
  });

  it.each([
    ['2026-10-25T10:00:00Z', '2026-10-25T23:00:00.000Z'],
    ['2027-03-28T10:00:00Z', '2027-03-28T22:00:00.000Z'],
  ])('the day of %s ends at %s, also when it is longer or shorter', (instant, midnight) => {
    expect(nextMidnight(new Date(instant), BERLIN).toISOString()).toBe(midnight);
  });

  it('counts calendar days, not times 24 hours', () => {
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
    expect(daysBetween('2026-11-22', '2026-11-20')).toBe(-2);
  });
});

describe('months before', () => {
  // No day that a shorter month lacks: never later than the promise, nor in the month after.
  it.each([
    ['2026-08-31T10:00:00Z', 6, '2026-02-28T11:00:00.000Z'],
    ['2026-08-28T10:00:00Z', 6, '2026-02-28T11:00:00.000Z'],
    ['2028-02-29T12:00:00Z', 24, '2026-02-28T12:00:00.000Z'],
    ['2026-03-31T22:30:00Z', 1, '2026-02-28T23:30:00.000Z'],
    ['2026-12-15T12:00:00Z', 12, '2025-12-15T12:00:00.000Z'],
  ])('%s, %i of them', (instant, months, before) => {
    expect(monthsBefore(new Date(instant), months, BERLIN).toISOString()).toBe(before);
  });
});
