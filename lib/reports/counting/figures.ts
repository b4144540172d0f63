import 'server-only';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { officeDate, officeZone } from '@/lib/core/office-time';
import { DOMAINS } from '@/lib/domains';
import { allFragments, union } from '@/lib/fragments';
import type { AskedForFigures, Figure, FigureGroup } from '@/lib/manifest';
import { type KeptQuarter, toldOnce } from '../closed/rules';
import { protectTable } from '../origin/rules';
import type { CrossTable } from '../origin/types';
import { closesAt } from '../rules';
import type { FigureRecord, Period } from '../types';

/** In the order of the page; everything but the first came in without the internet. */
const CHANNELS = ['ONLINE', 'OFFICE', 'PHONE', 'POSTCARD', 'OUTREACH', 'FORUM', 'PARTNER'];

type Asked = Omit<AskedForFigures, 'counted'>;

function askedFor({ from, to }: Period): Asked {
  const at = now();
  // Of a period that is not over, overdue is what is overdue today.
  return { from, to, at, end: officeDate(to < at ? to : at) };
}

const allRecords = (asked: Asked) => allFragments(({ records }) => records?.(asked) ?? []);

/** The figures of a period, computed from the records at this moment: numbers only. */
export async function countFigures(period: Period): Promise<FigureGroup[]> {
  const asked = askedFor(period);
  const rows = await db.$queryRaw<{ key: string; value: number }[]>`
    SELECT key, sum(value)::int AS value
    FROM (${union(await allRecords(asked))}) AS records (key, id, number, title, at, value) GROUP BY key`;
  const counted = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  const groups: FigureGroup[] = [];
  for (const { figures } of DOMAINS) groups.push(...(await figures({ ...asked, counted })));
  const quarters = period.quarter === null ? await keptQuarters(period.year) : null;
  const isOver = closesAt(period, officeZone()) <= asked.at;
  return groups.map((group) => ({
    ...group,
    figures: group.figures.map((figure) =>
      figure.onlyClosed === undefined
        ? figure
        : { ...figure, value: isOver ? toldOnce(figure, quarters) : null },
    ),
  }));
}

/** What the quarters of a year were told with when they were closed; none where one is still to be closed. */
async function keptQuarters(year: number): Promise<KeptQuarter[]> {
  return db.periodFigure.findMany({
    where: { period: { in: [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`) } },
    select: { period: true, figure: true, value: true },
  });
}

type Counted = Figure & Required<Pick<Figure, 'pathOf'>>;

/** One figure of a period that has a list of what it counts; null for any other word. */
export async function figureWithList(period: Period, key: string): Promise<Counted | null> {
  const groups = await countFigures(period);
  const figure = groups.flatMap(({ figures }) => figures).find((one) => one.key === key);
  return figure?.pathOf === undefined ? null : { ...figure, pathOf: figure.pathOf };
}

/** What a figure counts, the latest first. @param most rows */
export async function listRecords(
  period: Period,
  { key, pathOf }: Counted,
  most: number,
): Promise<{ count: number; records: FigureRecord[] }> {
  const rows = await db.$queryRaw<(Omit<FigureRecord, 'path'> & { count: number })[]>`
    SELECT id, number, title, at, value, (count(*) OVER ())::int AS count
    FROM (${union(await allRecords(askedFor(period)))}) AS records (key, id, number, title, at, value)
    WHERE key = ${key} ORDER BY at DESC, number DESC, id LIMIT ${most}`;
  const isThere = (row: { number: number | null; title: string }) =>
    row.number !== null || row.title !== '';
  return {
    count: rows[0]?.count ?? 0,
    records: rows.map(({ count: _, ...row }) => ({
      ...row,
      path: isThere(row) ? pathOf({ number: row.number ?? 0, id: row.id }) : null,
    })),
  };
}

/** What residents handed in by district and way, no small numbers. Of periods that have it (`hasOrigins`). */
export async function countOrigins({ from, to }: Period): Promise<CrossTable> {
  const origins = await allFragments(({ origins: of }) => of?.({ from, to }) ?? []);
  const found = await db.$queryRaw<{ districtId: string; channel: string; count: number }[]>`
    SELECT district_id AS "districtId", channel::text AS channel, count(*)::int AS count
    FROM (${union(origins)}) AS origins (district_id, channel) GROUP BY 1, 2`;
  // What came from a district stays its history when it is not offered any more.
  const districts = await db.district.findMany({
    where: { OR: [{ active: true }, { id: { in: found.map((row) => row.districtId) } }] },
    orderBy: { position: 'asc' },
    select: { id: true, name: true },
  });
  const numberIn = (districtId: string, channel: string) =>
    found.find((row) => row.districtId === districtId && row.channel === channel)?.count ?? 0;
  const shown = protectTable(
    districts.map(({ id }) => CHANNELS.map((channel) => numberIn(id, channel))),
    // How many came in on it follows from the share of those that did not.
    [CHANNELS.indexOf('ONLINE')],
  );
  return {
    channels: CHANNELS,
    rows: districts.map(({ id, name }, row) => ({
      ...{ id, label: name },
      total: shown.rows[row] ?? null,
      cells: shown.cells[row] ?? [],
    })),
    totals: shown.columns,
  };
}
