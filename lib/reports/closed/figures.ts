import 'server-only';
import { db } from '@/lib/core/db';
import { officeToday, officeZone } from '@/lib/core/office-time';
import { readPeriod } from '../rules';
import type { KeptFigure } from '../types';

const KEPT = {
  ...{ position: true, part: true, title: true, figure: true, label: true, unit: true },
  ...{ districtId: true, district: true, channel: true, value: true, closedAt: true },
} as const;

/** What is kept of a period that is closed; null while it is not. @param period e.g. `2026-Q3` */
export async function keptFigures(
  period: string,
): Promise<{ closedAt: Date; lines: KeptFigure[] } | null> {
  const lines = await db.periodFigure.findMany({
    where: { period },
    orderBy: { position: 'asc' },
    select: KEPT,
  });
  const closedAt = lines[0]?.closedAt;
  return closedAt === undefined ? null : { closedAt, lines };
}

/** When each of them was closed; of those that are not yet nothing is said. @param periods e.g. `2026-Q3` */
export async function closedAtOf(periods: readonly string[]): Promise<Map<string, Date>> {
  const rows = await db.periodFigure.findMany({
    where: { period: { in: [...periods] }, position: 0 },
    select: { period: true, closedAt: true },
  });
  return new Map(rows.map(({ period, closedAt }) => [period, closedAt]));
}

/**
 * When the house took up its work, null as long as it has not: nobody had an account or did anything before, and
 * of no period before has anything been kept. An account that is deleted makes it no younger.
 */
export async function houseBegan(): Promise<Date | null> {
  const [first] = await db.$queryRaw<{ began: Date | null }[]>`
    SELECT least((SELECT min(created_at) FROM users), (SELECT min(at) FROM audit_entries)) AS began`;
  const closed = await db.periodFigure.findMany({
    where: { position: 0 },
    select: { period: true },
  });
  const ends = closed.flatMap(({ period }) => {
    const to = readPeriod(period, officeToday(), officeZone())?.to;
    return to ? [to.getTime() - 1] : [];
  });
  const moments = [...ends, ...(first?.began ? [first.began.getTime()] : [])];
  return moments.length === 0 ? null : new Date(Math.min(...moments));
}
