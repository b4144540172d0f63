import 'server-only';
import { reading } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { officeDate } from '@/lib/core/office-time';
import { DOMAINS } from '@/lib/domains';
import { allFragments, union } from '@/lib/fragments';
import type { AskedForFigures, FigureGroup } from '@/lib/manifest';
import { getOffice } from '@/lib/settings/queries';
import { REPORT_RIGHTS } from './access';
import { protectTable } from './rules';
import type { CrossTable, Figures, Period } from './types';

/** In the order of the page; everything but the first came in without the internet. */
const CHANNELS = ['ONLINE', 'OFFICE', 'PHONE', 'POSTCARD', 'OUTREACH', 'FORUM', 'PARTNER'];

/**
 * The figures of a period, computed from the records at this moment. Nothing of a person leaves this
 * function: numbers only, and no small numbers by district and way.
 */
export const getFigures = reading(
  REPORT_RIGHTS.read,
  async (_visitor, locale: string, period: Period): Promise<Figures> => {
    const at = now();
    const office = await getOffice({ locale });
    const { from, to } = period;
    // Of a period that is not over, overdue is what is overdue today.
    const asked = { from, to, at, office, end: officeDate(earlier(to, at)) };
    const counted = await countAll(asked);
    const groups: FigureGroup[] = [];
    for (const { figures } of DOMAINS) groups.push(...(await figures({ ...asked, counted })));
    return { period, at, groups, origin: await originOf(period) };
  },
);

const earlier = (one: Date, other: Date) => (one.getTime() < other.getTime() ? one : other);

/** One statement for all that is counted by its date. */
async function countAll(asked: Omit<AskedForFigures, 'counted'>): Promise<Record<string, number>> {
  const parts = await allFragments(({ counts }) => counts?.(asked) ?? []);
  const rows = await db.$queryRaw<{ key: string; value: number }[]>`
    SELECT key, value FROM (${union(parts)}) AS counted (key, value)`;
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

async function originOf({ from, to }: Period): Promise<CrossTable> {
  const found = await db.$queryRaw<{ districtId: string; channel: string; count: number }[]>`
    SELECT district_id AS "districtId", intake_channel::text AS channel, count(*)::int AS count
    FROM proposals
    WHERE submitted_at >= ${from} AND submitted_at < ${to} AND state <> 'DRAFT'
    GROUP BY 1, 2`;
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
  );
  return {
    channels: CHANNELS,
    rows: districts.map(({ name }, row) => ({
      label: name,
      total: shown.rows[row] ?? null,
      cells: shown.cells[row] ?? [],
    })),
    totals: shown.columns,
  };
}
