import { calendarPaths } from '@/lib/calendar/paths';
import { kindSlug } from '@/lib/calendar/rules';
import type { CalendarScope } from '@/lib/calendar/types';

/** Path of the list that shows this part of the calendar, without language. */
export function listPath({ districtSlug, kind }: CalendarScope): string {
  if (districtSlug) return calendarPaths.calendarDistrict(districtSlug);
  return kind ? calendarPaths.calendarKind(kindSlug(kind)) : calendarPaths.calendar();
}

/** The same as a month. @param month `YYYY-MM` */
export function monthPath({ districtSlug, kind }: CalendarScope, month: string): string {
  if (districtSlug) return calendarPaths.calendarDistrictMonth(districtSlug, month);
  return kind
    ? calendarPaths.calendarKindMonth(kindSlug(kind), month)
    : calendarPaths.calendarMonth(month);
}

/** The same for calendar programs; feeds have one language. */
export function feedPath({ districtSlug, kind }: CalendarScope): string {
  if (districtSlug) return calendarPaths.calendarFeedDistrict(districtSlug);
  return kind ? calendarPaths.calendarFeedKind(kindSlug(kind)) : calendarPaths.calendarFeed();
}
