import type { CalendarKind, EntryKind, Occurrence } from './types';

/** Word of each kind in paths; German in every language, as all path words. */
const SLUGS: Readonly<Record<CalendarKind, string>> = {
  CONSULTATION: 'sprechstunde',
  COUNSELLING: 'beratung',
  MEETING: 'treffen',
  COURSE: 'kurs',
  CHILDREN: 'kinder',
  CULTURE: 'feste',
  HELP: 'mitmachen',
  FORUM: 'forum',
  OTHER: 'sonstiges',
};

export const CALENDAR_KINDS = Object.keys(SLUGS) as CalendarKind[];

/** Kinds somebody can choose for an entry. */
export const ENTRY_KINDS = CALENDAR_KINDS.filter((kind): kind is EntryKind => kind !== 'FORUM');

export function kindSlug(kind: CalendarKind): string {
  return SLUGS[kind];
}

/** The kind behind a path word; `null` when there is none. */
export function kindOfSlug(slug: string): CalendarKind | null {
  return CALENDAR_KINDS.find((kind) => SLUGS[kind] === slug) ?? null;
}

/** Whether nobody should come then, for whatever reason. */
export function isOff<T extends Pick<Occurrence, 'state'>>(
  date: T,
): date is T & { state: 'cancelled' | 'postponed' } {
  return date.state === 'cancelled' || date.state === 'postponed';
}
