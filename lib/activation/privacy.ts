import 'server-only';
import { dayColumn } from '@/lib/core/day.mjs';
import { inTransaction } from '@/lib/core/db';
import { officeDate, officeMonthsAgo } from '@/lib/core/office-time';
import { ok, type Result } from '@/lib/core/result';

const MONTHS_KEPT = 12;

/** After twelve months nothing is left of what people said at a trial. Part of the daily sweep, safe to repeat. */
export async function forgetOldActivation(): Promise<Result<{ trials: number }>> {
  const day = dayColumn(officeDate(officeMonthsAgo(MONTHS_KEPT)));
  return inTransaction(async (tx) => {
    const { count } = await tx.activationTrial.updateMany({
      where: { day: { lt: day }, quotes: { not: '' } },
      data: { quotes: '' },
    });
    return ok({ trials: count });
  });
}
