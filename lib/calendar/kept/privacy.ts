import 'server-only';
import { dropPages, inTransaction } from '@/lib/core/db';
import { officeDate, officeMonthsAgo } from '@/lib/core/office-time';
import { ok, type Result } from '@/lib/core/result';
import { FARTHEST_MOVE_DAYS } from '../dates/rules';
import { CALENDAR_TAGS } from '../tags';

const MONTHS_KEPT = 24;

/**
 * Deletes what took place for the last time 24 months ago. A series counts to its end, or to the day
 * it was cancelled as a whole; one without end stays. Part of the daily sweep, safe to repeat.
 */
export async function forgetOldEntries(): Promise<Result<{ entries: number }>> {
  const before = officeMonthsAgo(MONTHS_KEPT);
  return inTransaction(async (tx) => {
    // The last date of a series may have been moved beyond its end.
    const gone = await tx.$queryRaw<{ id: string }[]>`
      DELETE FROM calendar_entries
      WHERE ends_at < ${before} AND (rrule = ''
        OR series_ends_on + ${FARTHEST_MOVE_DAYS}::int < ${officeDate(before)}::date
        OR (status = 'CANCELLED' AND updated_at < ${before}))
      RETURNING id::text`;
    if (gone.length > 0)
      await dropPages(tx, CALENDAR_TAGS.entries, ...gone.map(({ id }) => CALENDAR_TAGS.entry(id)));
    return ok({ entries: gone.length });
  });
}
