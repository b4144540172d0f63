import 'server-only';
import { publicly } from '@/lib/accounts/command';
import type { Viewer } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { DAY_MS, dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeMidnight } from '@/lib/core/office-time';
import { goodUntil, showsTags } from '@/lib/core/page-cache';
import { sentence } from '@/lib/i18n/sentence';
import type { PublicDate } from '@/lib/manifest';
import { getOffice } from '@/lib/settings/queries';
import { outreachPaths } from '../paths';
import { WEEKS_AHEAD } from '../rounds/rules';
import { placesSaid, stopOf, stopsOf } from '../rounds/stops/rules';
import type { PublicRound } from '../rounds/types';
import { OUTREACH_TAGS } from '../tags';

/** Only what stands here is read of a round by anybody outside of the office. */
const published = {
  ...{ id: true, districtId: true, setting: true, place: true, state: true, reason: true },
  ...{ localDate: true, localStart: true, localEnd: true, startsAt: true, endsAt: true },
  sequence: true,
  stops: {
    select: { place: true, localStart: true, localEnd: true },
    orderBy: { position: 'asc' },
  },
} as const;

/** Announced rounds that touch a period, called-off ones too, for the calendar and its feeds. */
export async function listPublicDates(viewer: Viewer, from: Date, to: Date): Promise<PublicDate[]> {
  showsTags(OUTREACH_TAGS.rounds);
  const { officeName, everyDistrict } = await getOffice(viewer);
  const slugs = new Map(everyDistrict.map(({ id, slug }) => [id, slug]));
  const rounds = await db.outreachRound.findMany({
    where: { announced: true, startsAt: { lt: to }, endsAt: { gt: from } },
    orderBy: { startsAt: 'asc' },
    select: published,
  });
  // What is typed is German, so what programs read about it is.
  const [title, description] = await Promise.all([
    sentence('de', 'outreach.dates.title'),
    sentence('de', 'outreach.dates.feed'),
  ]);
  return rounds.map(
    ({ id, place: first, stops, startsAt, endsAt, state, reason, sequence, districtId }) => ({
      ...{
        id,
        title,
        place: placesSaid(first, stops),
        startsAt,
        endsAt,
        sequence,
        description,
        accessible: '',
      },
      organizer: officeName,
      path: outreachPaths.whereWeAreOnce(id),
      districtSlugs: [slugs.get(districtId) ?? []].flat(),
      state: state === 'CANCELLED' ? ('cancelled' as const) : ('planned' as const),
      note: state === 'CANCELLED' ? reason : '',
    }),
  );
}

/** Where everybody can meet the office in the coming weeks; what is over is not there any more. */
export const listComing = publicly(async (): Promise<PublicRound[]> => {
  showsTags(OUTREACH_TAGS.rounds);
  const at = now();
  const rows = await db.outreachRound.findMany({
    where: {
      announced: true,
      state: { not: 'DONE' },
      endsAt: { gt: at },
      startsAt: { lt: new Date(at.getTime() + WEEKS_AHEAD * 7 * DAY_MS) },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: published,
  });
  goodUntil(officeMidnight(at));
  for (const { endsAt } of rows) goodUntil(endsAt);
  return rows.map(({ localDate, localStart, localEnd, state, reason, sequence: _, ...round }) => ({
    ...round,
    stops: stopsOf(
      { place: round.place, from: localStart, until: localEnd },
      round.stops.map(stopOf),
    ),
    ...{ date: dayOf(localDate), from: localStart, until: localEnd },
    cancelled: state === 'CANCELLED',
    reason: state === 'CANCELLED' ? reason : '',
  }));
});
