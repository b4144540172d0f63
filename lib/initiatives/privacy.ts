import 'server-only';
import { db } from '@/lib/core/db';
import { officeMonthsAgo } from '@/lib/core/office-time';
import { EMPTIED } from './person/rules';
import { CLOSED_STATES } from './rules';

const KEPT_MONTHS = 6;

/**
 * Half a year after a request was closed only its number, kind, district, amount, days, way and outcome are left for
 * the yearly report: names, the group, ways to reach somebody and everything typed are emptied. Safe to repeat.
 * @returns how many requests were emptied
 */
export async function forgetOldRequests(): Promise<number> {
  const old = {
    state: { in: [...CLOSED_STATES] },
    stateSince: { lt: officeMonthsAgo(KEPT_MONTHS) },
  };
  await db.supportStep.updateMany({
    where: { request: old, note: { not: '' } },
    data: { note: '' },
  });
  const emptied = await db.supportRequest.updateMany({
    where: {
      ...old,
      OR: [{ title: { not: '' } }, { contactValue: { not: '' } }, { initiativeId: { not: null } }],
    },
    data: EMPTIED,
  });
  return emptied.count;
}
