import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeToday } from '@/lib/core/office-time';
import { OUTREACH_RIGHTS } from '../access';
import { isOfClosedQuarter } from '../rules';
import { liveSums } from './figures';
import { givenOf, statisticOf } from './rules';
import type { AskedPeriod, GivenStatistic, Statistic, Sum, SumKind } from './types';

interface ShownStatistic {
  statistic: Statistic;
  /** Each of its quarters is counted, or is over and nothing stands in it: nothing of it changes any more. */
  closed: boolean;
  /** Each of its quarters is counted: so a quarter may be given away. */
  counted: boolean;
}

/** Exact, for the office: of closed quarters what was counted then, of the running one what is there now. */
export const getStatistic = sameFor(
  OUTREACH_RIGHTS.contacts,
  async ({ quarters }: AskedPeriod, districtId: string | null): Promise<ShownStatistic> => {
    const counted = await countedSums(quarters);
    const today = officeToday();
    const sums = [...counted.values()].flat();
    let closed = true;
    for (const quarter of quarters.filter((one) => !counted.has(one))) {
      const live = await liveSums(db, quarter);
      sums.push(...live);
      // Before the first entry nothing is counted, and an entry for so long ago is taken no more.
      closed &&= isOfClosedQuarter(quarter, today) && isNothing(live);
    }
    return {
      statistic: statisticOf(sums, districtId),
      ...{ closed, counted: counted.size === quarters.length },
    };
  },
);

/** A closed quarter as it may be given away; null where it is not closed. @param quarter its first day */
export const getGiven = sameFor(
  OUTREACH_RIGHTS.contacts,
  async (quarter: string): Promise<GivenStatistic | null> => {
    const sums = (await countedSums([quarter])).get(quarter);
    if (!sums) return null;
    // All of them, also those that are offered no more: which came up is not to be read from what stands there.
    const topics = await db.category.findMany({
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    return givenOf(
      statisticOf(sums, null),
      topics.map(({ id }) => id),
    );
  },
);

const isNothing = (sums: readonly Sum[]) => sums.every(({ count }) => count === 0);

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
