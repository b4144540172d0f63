import { db } from '@/lib/core/db';
import { officeInstant, officeZone } from '@/lib/core/office-time';
import { dateAsSaid, entryAsSaid } from './dates/rules';
import type { Series } from './dates/types';
import type { AddEntryInput } from './entries/schema';
import type { Feed, FeedEntry } from './feed/types';

/** An entry of a feed: every Tuesday evening. */
export function makeFeedEntry(
  changes: Partial<FeedEntry> = {},
  series: Partial<Series> = {},
): FeedEntry {
  const localStart = series.localStart ?? '2026-11-24T18:00';
  const localEnd = series.localEnd ?? '2026-11-24T19:30';
  return {
    uid: 'entry-1',
    title: 'Nähcafé',
    description: 'Kommen Sie vorbei.',
    place: 'Stadtteilbüro',
    category: 'Treffen',
    url: 'https://forum.example/kalender/termin/1',
    cancelled: false,
    postponed: false,
    sequence: 3,
    changedAt: new Date('2026-11-20T10:11:12Z'),
    series: {
      localStart,
      localEnd,
      timeZone: officeZone(),
      startsAt: officeInstant(localStart),
      endsAt: officeInstant(localEnd),
      rrule: 'FREQ=WEEKLY;BYDAY=TU',
      seriesEndsOn: null,
      exceptions: [],
      ...series,
    },
    ...changes,
  };
}

export function makeFeed(...entries: FeedEntry[]): Feed {
  return {
    name: 'Kalender Stadtteilforum',
    description: 'Termine',
    url: 'https://forum.example/kalender',
    cancelledWord: 'Fällt aus:',
    postponedWord: 'Verschoben:',
    entries,
  };
}

/** What the form sends for a weekly meeting; `district` is a slug. */
export function entryInput(district: string, changes: Partial<AddEntryInput> = {}): AddEntryInput {
  return {
    title: 'Nähcafé',
    kind: 'MEETING',
    districts: [district],
    place: 'Kita Haldenzwerge',
    accessible: 'ebenerdig',
    audience: '',
    description: 'Wir nähen zusammen.',
    date: '2026-12-01',
    startTime: '18:00',
    endTime: '19:30',
    hour: '',
    repeat: 'weekly',
    until: '',
    organizer: '',
    partnersOnly: false,
    ...changes,
  };
}

const rowOf = async (id: string) => {
  const row = await db.calendarEntry.findUniqueOrThrow({
    where: { id },
    include: { exceptions: true },
  });
  return { ...row, cancelled: row.status === 'CANCELLED' };
};

/** What the page of an entry sends along now. */
export const seenEntry = async (id: string) => ({ id, seen: entryAsSaid(await rowOf(id)) });

/** What the page of one of its dates sends along now. */
export async function seenDate(id: string, date: string) {
  const row = await rowOf(id);
  const said = row.exceptions.find(({ localDate }) => localDate === date);
  return { id, date, seen: dateAsSaid(row, said) };
}
