import 'server-only';
import type { Viewer } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { showsTags } from '@/lib/core/page-cache';
import { sentence } from '@/lib/i18n/sentence';
import type { PublicDate } from '@/lib/manifest';
import { getOffice } from '@/lib/settings/queries';
import { forumPaths } from '../paths';
import type { SessionSummary } from '../sessions/types';

const OFF: Partial<Record<SessionSummary['state'], PublicDate['state']>> = {
  CANCELLED: 'cancelled',
  POSTPONED: 'postponed',
};

// A session keeps its sequence but no time of change; its stamp only has to be stable and to grow with it.
const STAMP = Date.UTC(2026, 0, 1);

/** Sessions that touch a period, called-off ones too, for the calendar and its feeds. Two statements. */
export async function listPublicDates(viewer: Viewer, from: Date, to: Date): Promise<PublicDate[]> {
  showsTags('forum');
  const { forumName, everyDistrict } = await getOffice(viewer);
  const slugs = new Map(everyDistrict.map(({ id, slug }) => [id, slug]));
  const sessions = await db.forumSession.findMany({
    where: { startsAt: { lt: to }, endsAt: { gt: from } },
    orderBy: { startsAt: 'asc' },
    select: {
      ...{ id: true, number: true, title: true, startsAt: true, endsAt: true, place: true },
      ...{ state: true, sequence: true, districts: { select: { districtId: true } } },
    },
  });
  // What is typed is German, so what programs read about it is.
  const description = await sentence('de', 'forum.dates.feed');
  return sessions.map(({ number, state, sequence, districts, ...session }) => ({
    ...session,
    ...{ organizer: forumName, description, accessible: '', note: '', sequence },
    path: forumPaths.forumSession(number),
    districtSlugs: districts.flatMap(({ districtId }) => slugs.get(districtId) ?? []),
    state: OFF[state] ?? 'planned',
    changedAt: new Date(STAMP + sequence * 60_000),
  }));
}
