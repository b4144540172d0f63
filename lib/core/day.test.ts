import { describe, expect, it } from 'vitest';
import { dayColumn, dayOf, dayOrNone, isLocalDate, isLocalTime, plusDays } from './day.mjs';

describe('days without time', () => {
  it.each([
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days', (from, days, to) => {
    expect(plusDays(from, days)).toBe(to);
  });

  it('are what they were in a column', () => {
    expect(dayOf(dayColumn('2026-03-29'))).toBe('2026-03-29');
    expect(dayOrNone(null)).toBeNull();
    expect(dayOrNone(dayColumn('2026-03-29'))).toBe('2026-03-29');
  });
});

it.each([
  ['2026-11-30', true],
  ['2026-02-28', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['1999-01-01', false],
  ['26-1-1', false],
  ['30.11.2026', false],
  ['2026-11-22T00:00', false],
  ['', false],
])('%s is a day: %s', (text, is) => {
  expect(isLocalDate(text)).toBe(is);
});

it.each([
  ['00:00', true],
  ['23:59', true],
  ['24:00', false],
  ['9:00', false],
  ['12:60', false],
])('%s is a time: %s', (text, is) => {
  expect(isLocalTime(text)).toBe(is);
});
