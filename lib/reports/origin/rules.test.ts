import { describe, expect, it } from 'vitest';
import { hasOrigins, protectTable } from './rules';
import type { ShownTable } from './types';

type Table = number[][];

const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
const columnsOf = (table: Table) =>
  (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column] ?? 0)));

function randomOf(seed: number) {
  let at = seed;
  return (below: number) => {
    at = (at * 16807) % 2147483647;
    return at % below;
  };
}

/** Every table of two rows and `width` columns with so many in all. */
function* tablesOf(all: number, width: number): Generator<Table> {
  function* parts(left: number, count: number): Generator<number[]> {
    if (count === 1) yield [left];
    else
      for (let one = 0; one <= left; one += 1)
        for (const rest of parts(left - one, count - 1)) yield [one, ...rest];
  }
  for (const flat of parts(all, 2 * width)) yield [flat.slice(0, width), flat.slice(width)];
}

/** Whether somebody who reads this could as well have this table before them. */
function canBe(shown: ShownTable, table: Table, known: readonly number[], truth: Table): boolean {
  const fits = (one: (number | null)[], other: number[]) =>
    one.every((value, index) => value === null || value === other[index]);
  const columns = columnsOf(table);
  return (
    shown.cells.every((row, index) => fits(row, table[index] ?? [])) &&
    fits(shown.rows, table.map(sum)) &&
    fits(shown.columns, columns) &&
    known.every((column) => columns[column] === columnsOf(truth)[column])
  );
}

const valuesOf = (table: Table) => [...table.flat(), ...table.map(sum), ...columnsOf(table)];
const shownOf = ({ cells, rows, columns }: ShownTable) => [...cells.flat(), ...rows, ...columns];

/** Small numbers of a table that are known to be small by whoever reads this and tries every table there can be. */
function foundSmall(shown: ShownTable, table: Table, known: readonly number[]): number[] {
  const greatest: number[] = [];
  for (const other of tablesOf(sum(table.flat()), 3)) {
    if (!canBe(shown, other, known, table)) continue;
    for (const [index, value] of valuesOf(other).entries()) {
      greatest[index] = Math.max(greatest[index] ?? 0, value);
    }
  }
  // What is told elsewhere is not the table's to hide.
  const isTold = (index: number) => known.some((column) => index === 8 + column);
  return valuesOf(table).filter(
    (value, index) => value > 0 && value < 5 && !isTold(index) && (greatest[index] ?? 0) < 5,
  );
}

describe('a table with its margins', () => {
  it('stays open where nothing is small', () => {
    expect(
      protectTable([
        [5, 6],
        [7, 8],
      ]),
    ).toEqual({
      cells: [
        [5, 6],
        [7, 8],
      ],
      rows: [11, 15],
      columns: [12, 14],
    });
  });

  it('shows no small number, and what is large as long as it leads to none', () => {
    const { cells, rows, columns } = protectTable([
      [12, 8, 3],
      [9, 14, 11],
      [6, 7, 20],
    ]);
    expect(cells[0]?.[2]).toBeNull();
    expect(rows).toEqual([23, 34, 33]);
    expect(columns).toEqual([27, 29, 34]);
    expect(cells.flat().filter((cell) => cell !== null).length).toBeGreaterThan(2);
  });

  it('tells nobody that others are few together, although each of them is hidden', () => {
    // Two hidden of a row whose others and sum are shown would be three together.
    const { rows, cells } = protectTable([
      [20, 1, 2],
      [30, 40, 50],
    ]);
    const seen = rows[0] === null ? 0 : (cells[0] ?? []).filter((cell) => cell !== null).length;
    expect(seen).toBe(0);
  });

  it.each([
    ['the sum of all is told', []],
    ['that of a way, too', [0]],
  ] as const)('hides so that nobody who tries every table finds a small one: %s', (_, known) => {
    const random = randomOf(known.length + 7);
    let open = 0;
    for (let round = 0; round < 25; round += 1) {
      const table = [0, 1].map(() =>
        Array.from({ length: 3 }, () => (random(3) === 0 ? random(9) : random(3))),
      );
      const shown = protectTable(table, known);
      const seen = shownOf(shown).filter((value) => value !== null);
      expect(seen.every((value) => value >= 5)).toBe(true);
      if (seen.length > 0) open += 1;
      // Where it cannot be helped nothing is shown at all.
      if (seen.length > 0)
        expect(foundSmall(shown, table, known), JSON.stringify(table)).toEqual([]);
    }
    expect(open).toBeGreaterThan(2);
  });
});

describe('a year and its quarters', () => {
  const PERIODS = [1, 2, 3, 4, null];

  /** What can be computed of each quarter and the year: what is shown, and the year without the other three. */
  function computed(tables: Table[], hasTable: typeof hasOrigins) {
    const all = [...tables, added(tables)];
    const shown = all.map((table, index) =>
      hasTable({ quarter: PERIODS[index] ?? null }) ? shownOf(protectTable(table, [0])) : [],
    );
    const year = shown[4] ?? [];
    const missing = [0, 1, 2, 3].map((quarter) =>
      year.map((value, index) => {
        const others = [0, 1, 2, 3].filter((one) => one !== quarter);
        const of = others.map((one) => shown[one]?.[index] ?? null);
        const isAll = value !== null && of.every((one) => one !== null);
        return isAll ? value - sum(of.map((one) => one ?? 0)) : null;
      }),
    );
    const together = year.map((_, index) => {
      const of = [0, 1, 2, 3].map((one) => shown[one]?.[index] ?? null);
      return of.every((one) => one !== null) ? sum(of.map((one) => one ?? 0)) : null;
    });
    return [...shown.flat(), ...missing.flat(), ...together].filter((one) => one !== null);
  }

  const added = (tables: Table[]): Table =>
    [0, 1, 2].map((row) =>
      [0, 1, 2].map((column) => sum(tables.map((t) => t[row]?.[column] ?? 0))),
    );

  const years = () => {
    const random = randomOf(23);
    return Array.from({ length: 200 }, () =>
      [1, 2, 3, 4].map(() =>
        [0, 1, 2].map(() => [0, 1, 2].map(() => (random(9) === 0 ? random(5) : 5 + random(9)))),
      ),
    );
  };

  it('never lead to a small number by subtracting one from the other', () => {
    const small = years().flatMap((tables) => computed(tables, hasOrigins).filter((n) => n < 5));
    expect(small).toEqual([]);
  });

  // Red twin: a table for every quarter gives some away, although each of them hides well.
  it('would, with a table for each quarter', () => {
    const small = years().flatMap((tables) => computed(tables, () => true).filter((n) => n < 5));
    expect(small.length).toBeGreaterThan(0);
  });
});
