import { describe, expect, it } from 'vitest';
import { dayColumn, dayOf, dayOrNone, plusDays } from './day.mjs';

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
