import { segment } from '@/lib/core/paths';

export const meetingsPaths = {
  whatWeBring: () => '/mitgebracht',
  whatWeBringPage: (page: number) => (page > 1 ? `/mitgebracht/seite/${page}` : '/mitgebracht'),
  /** What whoever counsels goes to. */
  ownMeetings: () => '/sozialberatung/fortbildung',
  ownMeetingsNext: (year: number) => `/sozialberatung/fortbildung?year=${year}`,
  ownMeetingsSaved: (year: number) => `/sozialberatung/fortbildung?year=${year}&saved=yes`,
  /** With the form that puts a peer consultation right. */
  ownPeersChange: (id: string, year: number) =>
    `/sozialberatung/fortbildung?year=${year}&change=${segment(id)}`,
  ownPeersSaved: (year: number) => `/sozialberatung/fortbildung?year=${year}&saved=changed`,
  teamMeetings: () => '/team/fortbildung',
  teamMeetingsPage: (page: number) => `/team/fortbildung?page=${page}`,
  teamMeetingNew: () => '/team/fortbildung/neu',
  teamMeeting: (id: string) => `/team/fortbildung/${segment(id)}`,
  teamMeetingSaved: (id: string, what: string) =>
    `/team/fortbildung/${segment(id)}?saved=${segment(what)}`,
  teamMeetingChange: (id: string) => `/team/fortbildung/${segment(id)}/aendern`,
  teamMeetingPaper: (id: string, person: string) =>
    `/team/fortbildung/${segment(id)}?paper=${segment(person)}`,
  calendarFile: (id: string, locale: string) =>
    `/api/fortbildung/kalender/${segment(id)}?locale=${segment(locale)}`,
  certificate: (id: string) => `/api/fortbildung/bescheinigung/${segment(id)}`,
  teamTraining: () => '/team/fortbildung/uebersicht',
  teamTrainingNext: (year: number) => `/team/fortbildung/uebersicht?year=${year}`,
  trainingTable: () => '/api/fortbildung',
  trainingFile: () => '/api/fortbildung/pdf',
  trainingFileNext: (year: number, locale: string) =>
    `/api/fortbildung/pdf?year=${year}&locale=${segment(locale)}`,
  trainingTableNext: (year: number, locale: string) =>
    `/api/fortbildung?year=${year}&locale=${segment(locale)}`,
} as const;
