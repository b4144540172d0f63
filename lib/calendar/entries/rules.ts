import { DAY_MS, dayOrNone } from '@/lib/core/day.mjs';
import { FARTHEST_MOVE_DAYS } from '../dates/rules';
import type { EntryRow, KeptEntryRow, PublishedEntry } from './types';

/** @param slugs slugs of districts by their ids */
export function entryOf(row: EntryRow, slugs: ReadonlyMap<string, string>): PublishedEntry {
  const { localStart, localEnd, timeZone, startsAt, endsAt, rrule, exceptions } = row;
  return {
    id: row.id,
    uid: row.uid,
    title: row.title,
    description: row.description,
    kind: row.kind,
    audience: row.audience,
    place: row.place,
    accessible: row.accessible,
    organizer: row.partner?.name ?? row.organizer,
    districtSlugs: row.districts.flatMap(({ districtId }) => slugs.get(districtId) ?? []),
    cancelled: row.status === 'CANCELLED',
    note: row.note,
    sequence: row.sequence,
    changedAt: row.updatedAt,
    series: {
      localStart,
      localEnd,
      timeZone,
      startsAt,
      endsAt,
      rrule,
      seriesEndsOn: dayOrNone(row.seriesEndsOn),
      exceptions,
    },
  };
}

/** Where-clause for entries that may have a date in `[from, to)`. */
export function datesWithin(from: Date, to: Date) {
  const endsAfter = new Date(from.getTime() - FARTHEST_MOVE_DAYS * DAY_MS);
  // A series may begin after `to` and still have its first date moved before it.
  const startsBefore = new Date(to.getTime() + FARTHEST_MOVE_DAYS * DAY_MS);
  return {
    startsAt: { lt: startsBefore },
    OR: [
      { rrule: '', endsAt: { gt: from } },
      { rrule: { not: '' }, seriesEndsOn: null },
      { rrule: { not: '' }, seriesEndsOn: { gte: endsAfter } },
    ],
  };
}

/** Whether something of it is still to come that is not called off as a whole. */
export const canBeCalledOff = ({
  cancelled,
  nextDate,
}: Pick<KeptEntryRow, 'cancelled' | 'nextDate'>): boolean => !cancelled && nextDate !== null;
