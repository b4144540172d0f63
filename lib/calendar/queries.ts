import 'server-only';
import type { Actor, Viewer } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { folded } from '@/lib/core/folded';
import { officeDate, officeInstant, officeMidnight, officeToday } from '@/lib/core/office-time';
import { goodUntil } from '@/lib/core/page-cache';
import type { PublicDate } from '@/lib/manifest';
import { getOffice } from '@/lib/settings/queries';
import { occurrences } from './dates/rrule';
import { isShownMonth, plusDays, plusMonths, weeksOf } from './dates/rules';
import { listPublishedEntries } from './entries/queries';
import type { KeptEntry, Neighbour, PublishedEntry } from './entries/types';
import { getKeptEntry } from './kept/queries';
import { listBrought, listKinds } from './kinds/queries';
import { calendarPaths } from './paths';
import { isOff } from './rules';
import type {
  Agenda,
  AgendaDay,
  CalendarPlace,
  CalendarScope,
  MonthView,
  Occurrence,
} from './types';

const DAYS_LISTED = 28;
const COUNSELLING_LISTED = 5;

/**
 * Everything public that takes place in `[from, to)`, in order: entries and what other domains bring,
 * cancelled dates too. Reads at most five statements.
 * @param limit the first so many
 */
export async function listOccurrencesBetween(
  viewer: Viewer,
  from: Date,
  to: Date,
  limit?: number,
  scope: CalendarScope = {},
): Promise<Occurrence[]> {
  const entries = await listPublishedEntries(viewer, from, to, scope);
  const others = await listBrought(viewer, from, to, scope);
  const names = await kindNames(viewer);
  return [
    ...entries.flatMap((entry) => datesOf(entry, from, to, names)),
    ...others.map((date) => occurrenceOf(date, names)),
  ]
    .sort(
      (a, b) =>
        a.startsAt.getTime() - b.startsAt.getTime() ||
        a.title.localeCompare(b.title, 'de') ||
        a.key.localeCompare(b.key),
    )
    .slice(0, limit);
}

/**
 * The next dates about counselling, whoever offers them: none that is off, at most five, within the days that are
 * listed. Says until when that holds.
 */
export async function listNextCounselling(viewer: Viewer): Promise<Occurrence[]> {
  const at = now();
  goodUntil(officeMidnight(at));
  const until = new Date(at.getTime() + DAYS_LISTED * DAY_MS);
  const dates = (await listOccurrencesBetween(viewer, at, until))
    .filter(({ kind }) => kind === 'COUNSELLING' || kind === 'CONSULTATION')
    .filter((date) => !isOff(date))
    .slice(0, COUNSELLING_LISTED);
  const [first] = dates;
  if (first) goodUntil(first.endsAt);
  return dates;
}

function datesOf(
  entry: PublishedEntry,
  from: Date,
  to: Date,
  names: ReadonlyMap<string, string>,
): Occurrence[] {
  return occurrences(entry.series, from, to).map((date) => ({
    key: `${entry.id}-${date.localDate}`,
    path: calendarPaths.calendarEntry(entry.id),
    title: entry.title,
    kind: entry.kind,
    kindName: names.get(entry.kind) ?? '',
    place: entry.place,
    accessible: entry.accessible,
    organizer: entry.organizer,
    districtSlugs: entry.districtSlugs,
    startsAt: date.startsAt,
    endsAt: date.endsAt,
    state: entry.cancelled ? 'cancelled' : date.state,
    plannedStart: date.plannedStart,
    note: entry.cancelled ? entry.note : date.note,
  }));
}

function occurrenceOf(
  date: PublicDate & { kind: string },
  names: ReadonlyMap<string, string>,
): Occurrence {
  const { id, path, title, kind, place, accessible, organizer, districtSlugs, ...rest } = date;
  const { startsAt, endsAt, state, note } = rest;
  return {
    ...{
      key: id,
      path,
      title,
      kind,
      kindName: names.get(kind) ?? '',
      place,
      accessible,
      organizer,
    },
    ...{ districtSlugs, startsAt, endsAt, state, note, plannedStart: null },
  };
}

/** What kinds are called, for this reader. */
async function kindNames(viewer: Viewer): Promise<ReadonlyMap<string, string>> {
  return new Map((await listKinds(viewer)).map(({ kind, name }) => [kind, name]));
}

/** The coming four weeks, today included; `null` when there is no such district. */
export async function getAgenda(viewer: Viewer, scope: CalendarScope): Promise<Agenda | null> {
  const place = await placeOf(viewer, scope);
  if (!place) return null;
  const { today } = place;
  const found = await listOccurrencesBetween(
    viewer,
    midnight(today),
    midnight(plusDays(today, DAYS_LISTED)),
    undefined,
    scope,
  );
  return { ...place, days: byDay(found, today) };
}

/** A month, at most a year back and one and a half ahead; `null` outside of that. */
export async function getMonth(
  viewer: Viewer,
  scope: CalendarScope,
  month: string,
): Promise<MonthView | null> {
  const place = await placeOf(viewer, scope);
  if (!place || !isShownMonth(month, place.today)) return null;
  const weeks = weeksOf(month);
  const first = weeks[0]?.[0] ?? `${month}-01`;
  const end = plusDays(first, weeks.length * 7);
  const found = await listOccurrencesBetween(
    viewer,
    midnight(first),
    midnight(end),
    undefined,
    scope,
  );
  const days = new Map(byDay(found, first).map((day) => [day.date, day.occurrences]));
  const shown = (other: string) => (isShownMonth(other, place.today) ? other : null);
  return {
    ...place,
    month,
    previous: shown(plusMonths(month, -1)),
    next: shown(plusMonths(month, 1)),
    weeks: weeks.map((week) =>
      week.map((date) => ({
        date,
        outside: !date.startsWith(month),
        occurrences: days.get(date) ?? [],
      })),
    ),
  };
}

/** Says until when "today" holds; `null` when there is no such district. */
async function placeOf(viewer: Viewer, scope: CalendarScope): Promise<CalendarPlace | null> {
  const office = await getOffice(viewer);
  const districts = office.districts.map(({ slug, name }) => ({ slug, name }));
  const district = districts.find(({ slug }) => slug === scope.districtSlug) ?? null;
  if (scope.districtSlug !== undefined && !district) return null;
  goodUntil(officeMidnight(now()));
  return { scope, district, districts, kinds: await listKinds(viewer), today: officeToday() };
}

const midnight = (localDate: string) => officeInstant(`${localDate}T00:00`);

/** What began before the first day is listed under it. */
function byDay(found: readonly Occurrence[], firstDay: string): AgendaDay[] {
  const days = new Map<string, Occurrence[]>();
  for (const occurrence of found) {
    const began = officeDate(occurrence.startsAt);
    const date = began < firstDay ? firstDay : began;
    days.set(date, [...(days.get(date) ?? []), occurrence]);
  }
  return [...days].map(([date, occurrences]) => ({ date, occurrences }));
}

const MOST_NEIGHBOURS = 3;

/**
 * What else is at the same place at the same time on the next dates of an entry: a remark, never a
 * refusal, because two groups may well share a room. Only what everybody may see is looked at.
 */
async function findNeighbours(entry: KeptEntry): Promise<Neighbour[]> {
  const own = entry.dates.filter(({ state }) => state !== 'cancelled');
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || entry.cancelled) return [];
  const [from, to] = [first.startsAt, last.endsAt];
  const ownPlace = placeName(entry.place);
  const viewer = { locale: 'de' };
  const entries = await listPublishedEntries(viewer, from, to, {}, entry.place);
  const others = await listBrought(viewer, from, to, {});
  const names = await kindNames(viewer);
  return entries
    .filter(({ id }) => id !== entry.id)
    .flatMap((other) => datesOf(other, from, to, names))
    .concat(others.map((other) => occurrenceOf(other, names)))
    .filter((other) => !isOff(other) && placeName(other.place) === ownPlace)
    .filter((other) =>
      own.some((date) => other.startsAt < date.endsAt && other.endsAt > date.startsAt),
    )
    .slice(0, MOST_NEIGHBOURS)
    .map(({ title, organizer, startsAt }) => ({ title, organizer, startsAt }));
}

/**
 * An entry of somebody's own, and what else is at its place at the same time.
 * @throws AppError when it is not theirs
 */
export async function getEntryWithNeighbours(actor: Actor, id: string) {
  const entry = await getKeptEntry(actor, id);
  return { entry, neighbours: await findNeighbours(entry) };
}

const placeName = (place: string) => folded(place.trim());
