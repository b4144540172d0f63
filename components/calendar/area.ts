import { localized, routes } from '@/lib/core/routes';

/** Where entries are kept: a partner's own part of the site, or the office. */
export type CalendarArea = 'partner' | 'team';

/** The same pages exist in both parts; these are their addresses. */
export function areaPaths(area: CalendarArea) {
  return area === 'team'
    ? {
        list: routes.teamCalendar,
        add: routes.teamCalendarNew,
        entry: routes.teamCalendarEntry,
        edit: routes.teamCalendarEntryEdit,
        date: routes.teamCalendarDate,
      }
    : {
        list: routes.partner,
        add: routes.partnerEntryNew,
        entry: routes.partnerEntry,
        edit: routes.partnerEntryEdit,
        date: routes.partnerEntryDate,
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
