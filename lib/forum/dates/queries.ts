import 'server-only';
import type { Viewer } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { showsTags } from '@/lib/core/page-cache';
import { sentence } from '@/lib/i18n/sentence';
import type { PublicDate } from '@/lib/manifest';
import { getOffice } from '@/lib/settings/queries';
import { forumPaths } from '../paths';
import { summary, withSlugs } from '../sessions/queries';
import type { SessionSummary } from '../sessions/types';
import { FORUM_TAGS } from '../tags';

const OFF: Partial<Record<SessionSummary['state'], PublicDate['state']>> = {
  CANCELLED: 'cancelled',
  POSTPONED: 'postponed',
};

/** Sessions that touch a period, called-off ones too, for the calendar and its feeds. Two statements. */
export async function listPublicDates(viewer: Viewer, from: Date, to: Date): Promise<PublicDate[]> {
  showsTags(FORUM_TAGS.sessions);
  const rows = await db.forumSession.findMany({
    where: { startsAt: { lt: to }, endsAt: { gt: from } },
    orderBy: { startsAt: 'asc' },
    select: summary,
  });
  const { forumName } = await getOffice(viewer);
  // What is typed is German, so what programs read about it is.
  const description = await sentence('de', 'forum.dates.feed');
  return (await withSlugs(viewer, rows)).map(({ number, state, ...session }) => ({
    ...session,
    ...{ organizer: forumName, description, accessible: '', note: '' },
    path: forumPaths.forumSession(number),
    state: OFF[state] ?? 'planned',
  }));
}
