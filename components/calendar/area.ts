import { accountsPaths } from '@/lib/accounts/paths';
import { calendarPaths } from '@/lib/calendar/paths';
import { localized } from '@/lib/core/paths';

/** Where entries are kept: a partner's own part of the site, or the office. */
export type CalendarArea = 'partner' | 'team';

/** The same pages exist in both parts; these are their addresses. */
export function areaPaths(area: CalendarArea) {
  return area === 'team'
    ? {
        list: calendarPaths.teamCalendar,
        past: calendarPaths.teamCalendarPast,
        add: calendarPaths.teamCalendarNew,
        entry: calendarPaths.teamCalendarEntry,
        edit: calendarPaths.teamCalendarEntryEdit,
        date: calendarPaths.teamCalendarDate,
      }
    : {
        list: accountsPaths.partner,
        past: calendarPaths.partnerPast,
        add: calendarPaths.partnerEntryNew,
        entry: calendarPaths.partnerEntry,
        edit: calendarPaths.partnerEntryEdit,
        date: calendarPaths.partnerEntryDate,
      };
}

const SAVED = 'saved';

/** Path of an entry's page that says at its top that the change is public now. */
export function savedEntryPath(locale: string, area: CalendarArea, id: string): string {
  return `${localized(locale, areaPaths(area).entry(id))}?${SAVED}=yes`;
}

export function isJustSaved(query: Record<string, string | string[] | undefined>): boolean {
  return query[SAVED] === 'yes';
}
