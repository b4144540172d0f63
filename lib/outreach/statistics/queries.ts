import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { OUTREACH_RIGHTS } from '../access';
import { liveSums } from './figures';
import { givenOf, statisticOf } from './rules';
import type { AskedPeriod, GivenStatistic, Statistic, Sum, SumKind } from './types';

interface ShownStatistic {
  statistic: Statistic;
  /** All of its quarters are counted: nothing of it changes any more. */
  closed: boolean;
}

/** Exact, for the office: of closed quarters what was counted then, of the running one what is there now. */
export const getStatistic = sameFor(
  OUTREACH_RIGHTS.contacts,
  async ({ quarters }: AskedPeriod, districtId: string | null): Promise<ShownStatistic> => {
    const counted = await countedSums(quarters);
    const open = quarters.filter((quarter) => !counted.has(quarter));
    const live: Sum[] = [];
    for (const quarter of open) live.push(...(await liveSums(db, quarter)));
    const sums = [...[...counted.values()].flat(), ...live];
    return { statistic: statisticOf(sums, districtId), closed: open.length === 0 };
  },
);

/** A closed quarter as it may be given away; null where it is not closed. @param quarter its first day */
export const getGiven = sameFor(
  OUTREACH_RIGHTS.contacts,
  async (quarter: string): Promise<GivenStatistic | null> => {
    const sums = (await countedSums([quarter])).get(quarter);
    return sums ? givenOf(statisticOf(sums, null)) : null;
  },
);

async function countedSums(quarters: readonly string[]): Promise<Map<string, Sum[]>> {
  const rows = await db.outreachQuarterSum.findMany({
    where: { quarter: { in: quarters.map(dayColumn) } },
  });
  const byQuarter = new Map<string, Sum[]>();
  for (const { quarter, kind, ...row } of rows) {
    const day = dayOf(quarter);
    byQuarter.set(day, [...(byQuarter.get(day) ?? []), { ...row, kind: kind as SumKind }]);
  }
  return byQuarter;
}
