import 'server-only';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { EMPTIED } from './person/rules';
import { CLOSED_STATES } from './rules';

const KEPT_MONTHS = 6;

function monthsAgo(months: number): Date {
  const day = now();
  day.setUTCMonth(day.getUTCMonth() - months);
  return day;
}

/**
 * Half a year after a request was closed only its kind, district, amount and outcome are left for the
 * yearly report: names, ways to reach somebody and everything typed are emptied. Safe to repeat.
 * @returns how many requests were emptied
 */
export async function forgetOldRequests(): Promise<number> {
  const old = {
    state: { in: [...CLOSED_STATES] },
    stateSince: { lt: monthsAgo(KEPT_MONTHS) },
  };
  await db.supportStep.updateMany({
    where: { request: old, note: { not: '' } },
    data: { note: '' },
  });
  const emptied = await db.supportRequest.updateMany({
    where: { ...old, OR: [{ title: { not: '' } }, { contactValue: { not: '' } }] },
    data: EMPTIED,
  });
  return emptied.count;
}
