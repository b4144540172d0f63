import { describe, expect, it } from 'vitest';
import { answersKept, median, percent } from './rules';

const TODAY = '2026-11-22';

describe('figures', () => {
  it.each([
    [[], null],
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 10, 3], 3.5],
  ])('median of %o: %s', (values, expected) => expect(median(values)).toBe(expected));

  it('percent of nothing is nothing', () => {
    expect([percent(1, 3), percent(0, 4), percent(0, 0)]).toEqual([33, 0, null]);
  });

  it('answers count by the day; whoever still waits in time counts for neither', () => {
    const row = (answeredOn: string | null, promisedFor: string) => ({
      submittedOn: '2026-11-02',
      answeredOn,
      promisedFor,
    });
    const rows = [
      row('2026-11-02', '2026-11-09'),
      row('2026-11-09', '2026-11-09'),
      row('2026-11-12', '2026-11-09'),
      row(null, '2026-11-21'),
      row(null, '2026-11-22'),
    ];
    expect(answersKept(rows, TODAY)).toEqual({ inTime: 50, medianDays: 7 });
    expect(answersKept([], TODAY)).toEqual({ inTime: null, medianDays: null });
  });
});
