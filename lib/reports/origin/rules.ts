import { SMALLEST_GROUP } from '@/lib/elections/results/shown';
import type { ShownTable } from './types';

/**
 * Whether a period has a table by district and way: whole years alone, and only once they are closed. So there is one
 * table in which a proposal is counted and nothing to subtract from it: no quarter, and no table of yesterday.
 */
export const hasOrigins = ({ quarter }: { readonly quarter: number | null }): boolean =>
  quarter === null;

/**
 * A number of the table as a flow: all of them come from ALL, go to their district, from there to their way, and back
 * together. What flows into a place flows out of it, which is the same as that rows and columns add up.
 */
interface Flow {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Told elsewhere, whatever the table shows. */
  readonly isKnown: boolean;
  shown: boolean;
}

const ALL = 0;
const TOGETHER = 1;

/**
 * Hides small numbers of a table and of its margins, and as many others as it takes that nobody can compute one: for
 * each that is hidden there is another table with the same numbers shown in which it is five or more. (The greatest
 * value a hidden number can have is a maximum flow through what is hidden.) Where that cannot be had, nothing is shown.
 * Zeros are hidden like other small numbers; that nobody came may be computed.
 * @param known columns whose sum is told elsewhere, as the sum of all is
 */
export function protectTable(
  table: readonly (readonly number[])[],
  known: readonly number[] = [],
): ShownTable {
  const { cells, rows, columns, all } = flowsOf(table, known);
  while (!isSafe(all)) {
    const next = smallestShown(all);
    if (!next) break;
    next.shown = false;
  }
  const shown = ({ value, shown: isShown }: Flow) => (isShown ? value : null);
  return {
    cells: cells.map((row) => row.map(shown)),
    rows: rows.map(shown),
    columns: columns.map(shown),
  };
}

function flowsOf(table: readonly (readonly number[])[], known: readonly number[]) {
  const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
  const district = (row: number) => 2 + row;
  const way = (column: number) => 2 + table.length + column;
  const flow = (from: number, to: number, value: number, isKnown = false): Flow => ({
    ...{ from, to, value, isKnown, shown: value >= SMALLEST_GROUP },
  });
  const cells = table.map((row, index) =>
    row.map((value, column) => flow(district(index), way(column), value)),
  );
  const rows = table.map((row, index) => flow(ALL, district(index), sum(row)));
  const columns = (table[0] ?? []).map((_, column) => {
    const value = sum(table.map((row) => row[column] ?? 0));
    return flow(way(column), TOGETHER, value, known.includes(column));
  });
  const total = { ...flow(TOGETHER, ALL, sum(table.flat()), true), shown: false };
  return { cells, rows, columns, all: [...cells.flat(), ...rows, ...columns, total] };
}

const isOpen = ({ shown, isKnown }: Flow) => !(shown || isKnown);

/** No small number that is hidden can be told to be one. */
function isSafe(all: readonly Flow[]): boolean {
  const open = all.filter(isOpen);
  return open.every((flow) => flow.value === 0 || canBeMore(flow, open));
}

function smallestShown(all: readonly Flow[]): Flow | undefined {
  return all.filter(({ shown }) => shown).toSorted((one, other) => one.value - other.value)[0];
}

/** Whether it could be at least five, for all that is shown: that much more fits through what is hidden. */
function canBeMore(flow: Flow, open: readonly Flow[]): boolean {
  const moved = new Map(open.map((one) => [one, one.value]));
  let missing = SMALLEST_GROUP - flow.value;
  while (missing > 0) {
    const way = wayBack(flow, moved);
    if (!way) return false;
    const fits = Math.min(missing, ...way.map(({ least }) => least));
    for (const { one, sign } of way) moved.set(one, (moved.get(one) ?? 0) + sign * fits);
    missing -= fits;
  }
  return true;
}

interface Step {
  one: Flow;
  /** More or less of it. */
  sign: 1 | -1;
  least: number;
}

/** From where the flow ends to where it begins, over others that are hidden; none of them below zero. */
function wayBack(flow: Flow, moved: ReadonlyMap<Flow, number>): Step[] | null {
  const others = [...moved].filter(([one]) => one !== flow);
  const reached = new Map<number, Step[]>([[flow.to, []]]);
  for (const [place, way] of reached) {
    if (place === flow.from) return way;
    for (const [one, value] of others) {
      const next = stepFrom(place, one, value);
      if (next && !reached.has(next.place)) reached.set(next.place, [...way, next.step]);
    }
  }
  return null;
}

/** Where more of a flow that begins here leads to, or less of one that ends here. */
function stepFrom(place: number, one: Flow, value: number): { place: number; step: Step } | null {
  if (one.from === place) {
    return { place: one.to, step: { one, sign: 1, least: Number.POSITIVE_INFINITY } };
  }
  return one.to === place && value > 0
    ? { place: one.from, step: { one, sign: -1, least: value } }
    : null;
}
