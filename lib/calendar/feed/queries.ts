import 'server-only';
import type { Viewer } from '@/lib/accounts/types';
import { localOf, now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { readEnv } from '@/lib/core/env.mjs';
import { officeMidnight, officeZone } from '@/lib/core/office-time';
import { goodUntil } from '@/lib/core/page-cache';
import { sentence } from '@/lib/i18n/sentence';
import type { PublicDate } from '@/lib/manifest';
import { getOffice } from '@/lib/settings/queries';
import { withItsDates } from '../dates/rrule';
import { listPublishedEntries } from '../entries/queries';
import type { PublishedEntry } from '../entries/types';
import { listBrought, listKinds } from '../kinds/queries';
import { calendarPaths } from '../paths';
import { kindSlug } from '../rules';
import type { CalendarScope } from '../types';
import type { Feed, FeedEntry } from './types';

/** What is over stays so long, so that a program that was off for a while still hears of changes. */
const PAST_DAYS = 90;
const AHEAD_DAYS = 3 * 365;
/** What is typed is German, so the whole feed is. */
const LANGUAGE = 'de';

/**
 * A calendar to subscribe to; `null` when there is no such district. That of a district that was given up goes on
 * with its dates: whoever subscribed to it is not told that nothing is on.
 */
export async function getFeed(viewer: Viewer, scope: CalendarScope): Promise<Feed | null> {
  const at = now();
  const office = await getOffice(viewer);
  const district = office.everyDistrict.find(({ slug }) => slug === scope.districtSlug);
  if (scope.districtSlug !== undefined && !district) return null;
  // What was given up has no page any more.
  const hasPage = !district || office.districts.some(({ id }) => id === district.id);
  const from = new Date(at.getTime() - PAST_DAYS * DAY_MS);
  const to = new Date(at.getTime() + AHEAD_DAYS * DAY_MS);
  const entries = await listPublishedEntries(viewer, from, to, scope);
  const others = await listBrought(viewer, from, to, scope);
  goodUntil(officeMidnight(at));
  const kinds = new Map((await listKinds({ locale: LANGUAGE })).map((one) => [one.kind, one.name]));
  const kind = scope.kind && kinds.get(scope.kind);
  return {
    name: await say('feed.name', { forum: office.forumName, of: district?.name ?? kind ?? 'none' }),
    description: await say('feed.description', { office: office.officeName, phone: office.phone }),
    url: address(pageOf(hasPage ? scope : {})),
    cancelledWord: await say('feed.cancelled'),
    postponedWord: await say('feed.postponed'),
    entries: await Promise.all([
      ...entries.map(ofEntry),
      ...others.map((date) => ofDate(date, kinds.get(date.kind) ?? '')),
    ]),
  };
}

const say = (key: string, params?: Record<string, string>) =>
  sentence(LANGUAGE, `calendar.${key}`, params);

const address = (path: string) => `${readEnv().APP_URL}${path}`;

function pageOf({ districtSlug, kind }: CalendarScope): string {
  if (districtSlug) return calendarPaths.calendarDistrict(districtSlug);
  return kind ? calendarPaths.calendarKind(kindSlug(kind)) : calendarPaths.calendar();
}

async function ofEntry(entry: PublishedEntry): Promise<FeedEntry> {
  const { uid, title, place, cancelled, sequence, changedAt, series } = entry;
  const lines = [
    cancelled ? entry.note : '',
    entry.description,
    entry.audience ? await say('feed.audience', { audience: entry.audience }) : '',
    entry.accessible ? await say('feed.accessible', { accessible: entry.accessible }) : '',
    await say('feed.organizer', { organizer: entry.organizer }),
  ];
  return {
    uid,
    title,
    place,
    cancelled,
    postponed: false,
    sequence,
    changedAt,
    series: withItsDates(series),
    description: lines.filter(Boolean).join('\n'),
    category: await say(`kind.${entry.kind}`),
    url: address(calendarPaths.calendarEntry(entry.id)),
  };
}

// What takes place in a domain has a sequence and no time of change: a stamp has to be stable and to grow with it.
const STAMP = Date.UTC(2026, 0, 1);

async function ofDate(date: PublicDate & { kind: string }, category: string): Promise<FeedEntry> {
  const { id, title, place, sequence, description, startsAt, endsAt, state, path } = date;
  return {
    ...{ uid: id, title, place, sequence, description, category },
    changedAt: new Date(STAMP + sequence * 60_000),
    cancelled: state === 'cancelled',
    postponed: state === 'postponed',
    url: address(path),
    series: {
      localStart: localOf(startsAt, officeZone()),
      localEnd: localOf(endsAt, officeZone()),
      timeZone: officeZone(),
      startsAt,
      endsAt,
      rrule: '',
      seriesEndsOn: null,
      exceptions: [],
    },
  };
}
