import { describe, expect, it } from 'vitest';
import { closesAt, periodChoices, periodsToClose, quarterOf, readPeriod } from './rules';

const TODAY = '2026-11-22';

describe('periods', () => {
  it.each([
    ['2026', '2025-12-31T23:00:00.000Z', '2026-12-31T23:00:00.000Z'],
    ['2026-Q1', '2025-12-31T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
    ['2026-Q3', '2026-06-30T22:00:00.000Z', '2026-09-30T22:00:00.000Z'],
    ['2026-Q4', '2026-09-30T22:00:00.000Z', '2026-12-31T23:00:00.000Z'],
  ])('%s lasts from local midnight to local midnight', (id, from, to) => {
    const period = readPeriod(id, TODAY, 'Europe/Berlin');
    expect([period?.id, period?.from.toISOString(), period?.to.toISOString()]).toEqual([
      id,
      from,
      to,
    ]);
  });

  it.each(['', '2027', '2027-Q1', '2026-Q5', '2014', '20261', "2026'--", '2026-q1'])(
    '"%s" is none',
    (text) => expect(readPeriod(text, TODAY, 'Europe/Berlin')).toBeNull(),
  );

  it('begin on their first day', () => {
    expect(readPeriod('2027', '2026-12-31', 'Europe/Berlin')).toBeNull();
    expect(readPeriod('2027-Q1', '2027-01-01', 'Europe/Berlin')?.id).toBe('2027-Q1');
    expect(quarterOf(TODAY, 'Europe/Berlin').id).toBe('2026-Q4');
  });

  it.each([
    ['2026-Q1', 'Europe/Berlin', '2026-04-14T22:00:00.000Z'],
    ['2026-Q3', 'America/Sao_Paulo', '2026-10-15T03:00:00.000Z'],
    ['2026-Q4', 'Europe/Berlin', '2027-01-14T23:00:00.000Z'],
    ['2026', 'Europe/Berlin', '2027-01-14T23:00:00.000Z'],
  ])('%s is closed fourteen days after its end in %s', (id, zone, closes) => {
    const period = readPeriod(id, '2027-06-01', zone);
    expect(period && closesAt(period, zone).toISOString()).toBe(closes);
  });

  it('are closed in their order, each year after its quarters, none from before the house began', () => {
    const ids = (began: string, at: string) =>
      periodsToClose(new Date(began), new Date(at), 'Europe/Berlin').map(({ id }) => id);
    expect(ids('2026-08-01T10:00Z', '2027-04-20T10:00Z')).toEqual([
      ...['2026-Q3', '2026-Q4', '2026', '2027-Q1'],
    ]);
    expect(ids('2026-09-30T21:59Z', '2026-10-14T22:00Z')).toEqual(['2026-Q3']);
    expect(ids('2026-09-30T22:00Z', '2026-10-14T22:00Z')).toEqual([]);
    expect(ids('2026-09-30T21:59Z', '2026-10-14T21:59Z')).toEqual([]);
  });

  it('can be chosen as far as they have begun', () => {
    const ids = (year: number) =>
      periodChoices(year, '2026-05-02', 'Europe/Berlin').parts.map(({ id }) => id);
    expect(ids(2026)).toEqual(['2026-Q1', '2026-Q2']);
    expect(ids(2025)).toHaveLength(4);
  });
});
