import { describe, expect, it } from 'vitest';
import {
  closesAt,
  periodChoices,
  periodsToClose,
  protectSmallCells,
  protectTable,
  quarterOf,
  readPeriod,
} from './rules';

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

describe('small cells', () => {
  it('are hidden, none of them alone in its row or column', () => {
    const table = [
      [12, 8, 3],
      [9, 14, 11],
      [6, 7, 20],
    ];
    const shown = protectSmallCells(table);
    expect(shown[0]?.[2]).toBeNull();
    expectNoLoneCell(shown);
  });

  it('stay open where nothing is small', () => {
    expect(
      protectSmallCells([
        [5, 6],
        [7, 8],
      ]),
    ).toEqual([
      [5, 6],
      [7, 8],
    ]);
  });

  it('hold for any table: nothing below five is shown, nothing hidden can be computed', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 16807) % 2147483647;
      return seed % 14;
    };
    for (let round = 0; round < 300; round += 1) {
      const table = Array.from({ length: 2 + (round % 4) }, () =>
        Array.from({ length: 7 }, random),
      );
      const shown = protectSmallCells(table);
      expect(shown.flat().every((cell) => cell === null || cell >= 5)).toBe(true);
      expectNoLoneCell(shown);
    }
  });
});

describe('a table with its margins', () => {
  it('shows no small sum either, and none that the others lead to', () => {
    const shown = protectTable([
      [1, 2, 0],
      [12, 8, 30],
      [9, 14, 11],
    ]);
    expect(shown.rows[0]).toBeNull();
    // One hidden sum alone is the sum of all without the others.
    expect(shown.rows.filter((sum) => sum === null).length).toBeGreaterThan(1);
    expect(shown.columns).toEqual([22, 24, 41]);
  });

  it('hold for any table', () => {
    let seed = 11;
    const random = () => {
      seed = (seed * 16807) % 2147483647;
      return seed % 4 === 0 ? seed % 30 : seed % 3;
    };
    for (let round = 0; round < 200; round += 1) {
      const table = Array.from({ length: 2 + (round % 4) }, () =>
        Array.from({ length: 7 }, random),
      );
      const { cells, rows, columns } = protectTable(table);
      for (const value of [...cells.flat(), ...rows, ...columns]) {
        expect(value === null || value >= 5).toBe(true);
      }
      // The sum of all is known.
      const known = Number.POSITIVE_INFINITY;
      expectNoLoneCell([
        ...cells.map((row, index) => [...row, rows[index] ?? null]),
        [...columns, known],
      ]);
    }
  });
});

function expectNoLoneCell(shown: (number | null)[][]): void {
  const columns = (shown[0] ?? []).map((_, column) => shown.map((row) => row[column] ?? null));
  for (const line of [...shown, ...columns]) {
    expect(line.filter((cell) => cell === null)).not.toHaveLength(1);
  }
}
