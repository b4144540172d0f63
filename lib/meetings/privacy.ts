import 'server-only';
import { dayColumn } from '@/lib/core/day.mjs';
import { inTransaction } from '@/lib/core/db';
import { officeDate, officeMonthsAgo } from '@/lib/core/office-time';
import { ok, type Result } from '@/lib/core/result';

const MONTHS_KEPT = 24;

/**
 * Twenty-four months after a meeting it is not kept any more who went, who held it and what only the office could read; how many went
 * and for how long stays. Part of the daily sweep, safe to repeat.
 */
export async function forgetOldMeetings(): Promise<Result<{ meetings: number; people: number }>> {
  const day = dayColumn(officeDate(officeMonthsAgo(MONTHS_KEPT)));
  return inTransaction(async (tx) => {
    const meetings = await tx.staffMeeting.updateMany({
      where: { day: { lt: day }, topics: { not: '' } },
      data: { topics: '' },
    });
    // What was not released is for the office alone, too, and an organiser may be somebody.
    await tx.staffMeeting.updateMany({
      where: { day: { lt: day }, released: false, publicSummary: { not: '' } },
      data: { publicSummary: '' },
    });
    await tx.staffMeeting.updateMany({
      where: { day: { lt: day }, organizer: { not: '' } },
      data: { organizer: '' },
    });
    const people = await tx.staffMeetingPerson.deleteMany({
      where: { meeting: { day: { lt: day } } },
    });
    return ok({ meetings: meetings.count, people: people.count });
  });
}
