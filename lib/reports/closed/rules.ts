import type { CrossTable } from '../origin/types';
import type { Figures, KeptFigure } from '../types';

type FigureGroup = Figures['groups'][number];
type Unit = FigureGroup['figures'][number]['unit'];

/** Part of what is kept that holds the table by district and way. */
const ORIGIN = 'origin';

const OF_ALL = { districtId: null, district: '', channel: '' } as const;

/** What is kept of a period: its figures, and of a year the table with small numbers left out. */
export function keptOf(groups: readonly FigureGroup[], origin: CrossTable | null): KeptFigure[] {
  const figures = groups.flatMap(({ key: part, title, figures: all }) =>
    all.map(({ key: figure, label, unit, value }) => ({
      ...{ part, title, figure, label, unit, value, ...OF_ALL },
    })),
  );
  return [...figures, ...(origin === null ? [] : linesOf(origin))].map((line, position) => ({
    ...{ position, ...line },
  }));
}

function linesOf(origin: CrossTable): Omit<KeptFigure, 'position'>[] {
  const cell = {
    ...{ part: ORIGIN, figure: 'submitted', unit: 'count' },
    ...{ title: 'reports.origin.title', label: 'reports.origin.table' },
  };
  return [
    ...origin.channels.map((channel, index) => ({
      ...{ ...cell, ...OF_ALL, channel, value: origin.totals[index] ?? null },
    })),
    ...origin.rows.flatMap(({ id: districtId, label: district, total, cells: of }) => [
      { ...cell, districtId, district, channel: '', value: total },
      ...origin.channels.map((channel, index) => ({
        ...{ ...cell, districtId, district, channel, value: of[index] ?? null },
      })),
    ]),
  ];
}

export interface KeptQuarter {
  /** `2026-Q3` */
  period: string;
  figure: string;
  value: number | null;
}

/**
 * A figure that is told of closed periods alone: of a quarter what was counted, of a year the sum of what its quarters
 * were told with, and nothing unless each since the first, and the last, was.
 * @param quarters of the year; null: it is a quarter
 */
export function toldOnce(
  { key, value }: { key: string; value: number | null },
  quarters: readonly KeptQuarter[] | null,
): number | null {
  if (quarters === null) return value;
  const kept = quarters.filter(({ figure }) => figure === key);
  const numbers = kept.map(({ period }) => Number(period.slice(-1))).sort();
  const sinceTheFirst = [1, 2, 3, 4].filter((one) => one >= (numbers[0] ?? 4));
  if (numbers.join() !== sinceTheFirst.join()) return null;
  return kept.reduce<number | null>(
    (sum, one) => (sum === null || one.value === null ? null : sum + one.value),
    0,
  );
}

/** Figures, and the table where there is one, from what is kept, in its order. */
export function figuresFrom(kept: readonly KeptFigure[]): {
  groups: FigureGroup[];
  origin: CrossTable | null;
} {
  const lines = kept.toSorted((one, other) => one.position - other.position);
  return {
    groups: groupsFrom(lines.filter(({ part }) => part !== ORIGIN)),
    origin: tableFrom(lines.filter(({ part }) => part === ORIGIN)),
  };
}

function groupsFrom(lines: readonly KeptFigure[]): FigureGroup[] {
  return inTurn(lines, ({ part }) => part).map(([key, of]) => ({
    key,
    title: of[0]?.title ?? '',
    figures: of.map(({ figure, label, unit, value }) => ({
      ...{ key: figure, label, unit: unit as Unit, value },
    })),
  }));
}

function tableFrom(lines: readonly KeptFigure[]): CrossTable | null {
  if (lines.length === 0) return null;
  const ofAll = lines.filter(({ districtId }) => districtId === null);
  const ofOne = lines.filter(({ districtId }) => districtId !== null);
  return {
    channels: ofAll.map(({ channel }) => channel),
    totals: ofAll.map(({ value }) => value),
    rows: inTurn(ofOne, ({ districtId }) => districtId ?? '').map(([id, of]) => ({
      ...{ id, label: of[0]?.district ?? '' },
      total: of.find(({ channel }) => channel === '')?.value ?? null,
      cells: of.filter(({ channel }) => channel !== '').map(({ value }) => value),
    })),
  };
}

/** Lines that go together, in the order in which the first of each came. */
function inTurn(
  lines: readonly KeptFigure[],
  keyOf: (line: KeptFigure) => string,
): [string, KeptFigure[]][] {
  const found = new Map<string, KeptFigure[]>();
  for (const line of lines) found.set(keyOf(line), [...(found.get(keyOf(line)) ?? []), line]);
  return [...found];
}
