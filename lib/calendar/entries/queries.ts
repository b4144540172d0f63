import 'server-only';
import type { Viewer } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { folded } from '@/lib/core/folded';
import { officeMidnight } from '@/lib/core/office-time';
import { goodUntil, showsTags } from '@/lib/core/page-cache';
import { isUuid } from '@/lib/core/uuid.mjs';
import { NETWORK_TAGS } from '@/lib/network/tags';
import { getOffice } from '@/lib/settings/queries';
import { nextDates } from '../dates/rrule';
import { ruleWords } from '../dates/rules';
import { isEntryKind } from '../rules';
import { CALENDAR_TAGS } from '../tags';
import type { CalendarScope } from '../types';
import { datesWithin, entryOf } from './rules';
import type { EntryWithDates, PublishedEntry } from './types';

/** What of a row makes an entry; see `entryOf`. */
export const entryColumns = {
  id: true,
  uid: true,
  title: true,
  description: true,
  kind: true,
  audience: true,
  place: true,
  accessible: true,
  organizer: true,
  // The name the partner has today, not the one it had then.
  partner: { select: { name: true } },
  partnersOnly: true,
  partnerId: true,
  status: true,
  note: true,
  sequence: true,
  updatedAt: true,
  localStart: true,
  localEnd: true,
  timeZone: true,
  startsAt: true,
  endsAt: true,
  rrule: true,
  seriesEndsOn: true,
  districts: { select: { districtId: true } },
  exceptions: {
    select: {
      localDate: true,
      cancelled: true,
      newLocalStart: true,
      newLocalEnd: true,
      note: true,
    },
    orderBy: { localDate: 'asc' },
  },
} as const;

/** Slugs come from the settings in memory, so the districts' table is not joined. */
async function districtSlugs(viewer: Viewer): Promise<Map<string, string>> {
  const office = await getOffice(viewer);
  return new Map(office.everyDistrict.map(({ id, slug }) => [id, slug]));
}

/**
 * Public entries that may have a date in `[from, to)`; the dates themselves are worked out later.
 * @param place only those at this place, however it is written
 */
export async function listPublishedEntries(
  viewer: Viewer,
  from: Date,
  to: Date,
  scope: CalendarScope = {},
  place?: string,
): Promise<PublishedEntry[]> {
  showsTags(CALENDAR_TAGS.entries, NETWORK_TAGS.partners);
  const { kind } = scope;
  if (kind !== undefined && !isEntryKind(kind)) return [];
  const rows = await db.calendarEntry.findMany({
    where: {
      ...datesWithin(from, to),
      partnersOnly: false,
      ...(kind ? { kind } : {}),
      ...(scope.districtSlug
        ? { districts: { some: { district: { slug: scope.districtSlug } } } }
        : {}),
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: entryColumns,
  });
  const slugs = await districtSlugs(viewer);
  const here = place === undefined ? null : folded(place);
  return rows
    .filter((row) => here === null || folded(row.place) === here)
    .map((row) => entryOf(row, slugs));
}

/** One public entry with its next dates; `null` when there is none. */
export async function getEntry(viewer: Viewer, id: string): Promise<EntryWithDates | null> {
  if (!isUuid(id)) return null;
  showsTags(CALENDAR_TAGS.entry(id), NETWORK_TAGS.partners);
  const row = await db.calendarEntry.findFirst({
    where: { id, partnersOnly: false },
    select: entryColumns,
  });
  if (!row) return null;
  const entry = entryOf(row, await districtSlugs(viewer));
  const dates = nextDates(entry.series, now());
  goodUntil(officeMidnight(now()));
  if (dates[0]) goodUntil(dates[0].endsAt);
  const { rrule, localStart } = entry.series;
  return { ...entry, dates, words: ruleWords(rrule, localStart.slice(0, 10)) };
}
