import type { CalendarScope, EntryKind, Occurrence } from './types';

/** Word of each kind in paths; German in every language, as all path words. */
const SLUGS: Readonly<Record<EntryKind, string>> = {
  CONSULTATION: 'sprechstunde',
  COUNSELLING: 'beratung',
  MEETING: 'treffen',
  COURSE: 'kurs',
  CHILDREN: 'kinder',
  CULTURE: 'feste',
  HELP: 'mitmachen',
  OTHER: 'sonstiges',
};

/** Kinds somebody can choose for an entry. */
export const ENTRY_KINDS = Object.keys(SLUGS) as EntryKind[];

export const isEntryKind = (kind: string): kind is EntryKind => Object.hasOwn(SLUGS, kind);

/** What other domains bring is called by its word in paths already. */
export function kindSlug(kind: string): string {
  return isEntryKind(kind) ? SLUGS[kind] : kind;
}

/** Whether a page shows a part alone: nothing there says nothing of the rest. */
export const isNarrow = ({ districtSlug, kind }: CalendarScope): boolean =>
  districtSlug !== undefined || kind !== undefined;

/** Whether nobody should come then, for whatever reason. */
export function isOff<T extends Pick<Occurrence, 'state'>>(
  date: T,
): date is T & { state: 'cancelled' | 'postponed' } {
  return date.state === 'cancelled' || date.state === 'postponed';
}
