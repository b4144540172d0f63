import { kindSlug } from '@/lib/calendar/rules';
import type { CalendarScope } from '@/lib/calendar/types';
import { routes } from '@/lib/core/routes';

/** Path of the list that shows this part of the calendar, without language. */
export function listPath({ districtSlug, kind }: CalendarScope): string {
  if (districtSlug) return routes.calendarDistrict(districtSlug);
  return kind ? routes.calendarKind(kindSlug(kind)) : routes.calendar();
}

/** The same as a month. @param month `YYYY-MM` */
export function monthPath({ districtSlug, kind }: CalendarScope, month: string): string {
  if (districtSlug) return routes.calendarDistrictMonth(districtSlug, month);
  return kind ? routes.calendarKindMonth(kindSlug(kind), month) : routes.calendarMonth(month);
}

/** The same for calendar programs; feeds have one language. */
export function feedPath({ districtSlug, kind }: CalendarScope): string {
  if (districtSlug) return routes.calendarFeedDistrict(districtSlug);
  return kind ? routes.calendarFeedKind(kindSlug(kind)) : routes.calendarFeed();
}
