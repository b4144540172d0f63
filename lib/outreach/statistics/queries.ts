import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeToday } from '@/lib/core/office-time';
import { OUTREACH_RIGHTS } from '../access';
import { isOfClosedQuarter } from '../rules';
import { talksUntold } from './few/rules';
import { keptWholeFrom, liveSums } from './figures';
import { givenOf, isAsReported, isEmptied, periodIdOf, statisticOf } from './rules';
import type { AskedPeriod, GivenStatistic, Standing, Statistic, Sum, SumKind } from './types';

interface ShownStatistic {
  statistic: Statistic;
  standing: Standing;
  /** Topics, mood and outcomes of some of it are counted for all districts alone. */
  isPartly: boolean;
}

/**
 * Exact, for the office: of closed quarters what was counted then, of the running one what is there now. What few talks
 * in a district were about is counted for all of them alone once it is closed.
 */
export const getStatistic = sameFor(
  OUTREACH_RIGHTS.contacts,
  async (
    { quarters, quarter: single }: AskedPeriod,
    districtId: string | null,
  ): Promise<ShownStatistic> => {
    const counted = await countedSums(quarters);
    const today = officeToday();
    const sums = [...counted.values()].flat();
    const open: string[] = [];
    for (const quarter of quarters.filter((one) => !counted.has(one))) {
      const live = await liveSums(db, quarter);
      sums.push(...live);
      // Before the first entry nothing is counted, and an entry for so long ago is taken no more.
      if (!isOfClosedQuarter(quarter, today) || !isNothing(live)) open.push(quarter);
    }
    const untold = talksUntold(counted.values(), districtId);
    const shown = { statistic: statisticOf(sums, districtId, untold), isPartly: untold > 0 };
    if (open.some((quarter) => isEmptied(quarter, keptWholeFrom())))
      return { ...shown, standing: 'emptied' };
    if (open.length > 0) return { ...shown, standing: 'open' };
    if (single === null || counted.size === 0) return { ...shown, standing: 'closed' };
    const [quarter = ''] = quarters;
    const isGiven = await mayBeGiven(quarter, statisticOf(sums, null));
    return { ...shown, standing: isGiven ? 'given' : 'differs' };
  },
);

/**
 * A closed quarter as it may be given away; null where it is not closed, or where the closed report says something else
 * of people.
 * @param quarter its first day
 */
export const getGiven = sameFor(
  OUTREACH_RIGHTS.contacts,
  async (quarter: string): Promise<GivenStatistic | null> => {
    const sums = (await countedSums([quarter])).get(quarter);
    if (!sums) return null;
    const statistic = statisticOf(sums, null);
    if (!(await mayBeGiven(quarter, statistic))) return null;
    // All of them, also those that are offered no more: which came up is not to be read from what stands there.
    const topics = await db.category.findMany({
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    return givenOf(
      statistic,
      topics.map(({ id }) => id),
    );
  },
);

const isNothing = (sums: readonly Sum[]) => sums.every(({ count }) => count === 0);

async function mayBeGiven(quarter: string, statistic: Statistic): Promise<boolean> {
  const reported = await db.periodFigure.findMany({
    where: { period: periodIdOf(quarter), figure: { startsWith: 'outreach' } },
    select: { figure: true, value: true },
  });
  return isAsReported(statistic, reported);
}

async function countedSums(quarters: readonly string[]): Promise<Map<string, Sum[]>> {
  const where = { quarter: { in: quarters.map(dayColumn) } };
  const rows = await db.outreachQuarterSum.findMany({ where });
  const rests = await db.outreachQuarterRest.findMany({ where });
  const byQuarter = new Map<string, Sum[]>();
  for (const { quarter, kind, ...row } of [
    ...rows,
    ...rests.map((rest) => ({ ...rest, districtId: null })),
  ]) {
    const day = dayOf(quarter);
    byQuarter.set(day, [...(byQuarter.get(day) ?? []), { ...row, kind: kind as SumKind }]);
  }
  return byQuarter;
}
