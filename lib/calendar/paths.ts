import { segment } from '@/lib/core/paths';

export const calendarPaths = {
  calendar: () => '/kalender',
  calendarMonth: (month: string) => `/kalender/monat/${segment(month)}`,
  calendarDistrict: (slug: string) => `/kalender/stadtteil/${segment(slug)}`,
  calendarDistrictMonth: (slug: string, month: string) =>
    `/kalender/stadtteil/${segment(slug)}/monat/${segment(month)}`,
  calendarKind: (kind: string) => `/kalender/art/${segment(kind)}`,
  calendarKindMonth: (kind: string, month: string) =>
    `/kalender/art/${segment(kind)}/monat/${segment(month)}`,
  calendarEntry: (id: string) => `/kalender/termin/${segment(id)}`,
  calendarSubscribe: () => '/kalender/abonnieren',
  calendarFeed: () => '/kalender.ics',
  calendarFeedDistrict: (slug: string) => `/kalender/stadtteil/${segment(slug)}/kalender.ics`,
  calendarFeedKind: (kind: string) => `/kalender/art/${segment(kind)}/kalender.ics`,
  teamCalendar: () => '/team/kalender',
  /** With a further page of what is over. */
  teamCalendarPast: (page: number) => `/team/kalender?past=${page}#past`,
  teamCalendarNew: () => '/team/kalender/neu',
  teamCalendarEntry: (id: string) => `/team/kalender/${segment(id)}`,
  teamCalendarEntryEdit: (id: string) => `/team/kalender/${segment(id)}/aendern`,
  teamCalendarDate: (id: string, date: string) =>
    `/team/kalender/${segment(id)}/datum/${segment(date)}`,
  partnerPast: (page: number) => `/partner?past=${page}#past`,
  partnerEntryNew: () => '/partner/termin/neu',
  partnerEntry: (id: string) => `/partner/termin/${segment(id)}`,
  partnerEntryEdit: (id: string) => `/partner/termin/${segment(id)}/aendern`,
  partnerEntryDate: (id: string, date: string) =>
    `/partner/termin/${segment(id)}/datum/${segment(date)}`,
} as const;
