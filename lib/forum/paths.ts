import { personal, segment } from '@/lib/core/paths';

export const forumPaths = {
  forum: () => '/forum',
  forumSession: (number: number) => `/forum/${number}`,
  forumSignUp: (number: number) => `/forum/anmelden/${number}`,
  registration: (code: string) => personal(`/forum/anmeldung/${segment(code)}`),
  registrationLookup: () => '/forum/abmelden',
  // what the residents' representation does for the forum
  representation: () => '/konto/forum',
  representationSession: (number: number, item?: string) =>
    item ? `/konto/forum/${number}?item=${segment(item)}` : `/konto/forum/${number}`,
  /** @param answer which one is opened: that it was so, or what was not */
  representationMinutes: (number: number, answer?: 'confirm' | 'return') =>
    `/konto/forum/${number}/protokoll${answer ? `?answer=${answer}#answer` : ''}`,
  teamForum: () => '/team/forum',
  teamForumNew: () => '/team/forum/neu',
  teamForumSession: (number: number) => `/team/forum/${number}`,
  /** With the form that asks why. */
  teamForumCallOff: (number: number) => `/team/forum/${number}?callOff=open#call-off`,
  teamForumEdit: (number: number) => `/team/forum/${number}/bearbeiten`,
  teamForumAgenda: (number: number, item?: string) =>
    item
      ? `/team/forum/${number}/tagesordnung?item=${segment(item)}`
      : `/team/forum/${number}/tagesordnung`,
  teamForumRegistrations: (number: number, cancel?: number) =>
    cancel
      ? `/team/forum/${number}/anmeldungen?cancel=${cancel}`
      : `/team/forum/${number}/anmeldungen`,
  teamForumPerson: (number: number, registration: number) =>
    `/team/forum/${number}/anmeldungen?person=${registration}#person`,
  teamForumPersonSaved: (number: number, what: 'corrected' | 'erased') =>
    `/team/forum/${number}/anmeldungen?saved=${what}`,
  teamForumEntered: (number: number, entered: number) =>
    `/team/forum/${number}/anmeldungen?entered=${entered}`,
  teamForumLeft: (number: number, left: number) => `/team/forum/${number}/anmeldungen?left=${left}`,
  teamForumResult: (number: number, correct?: string) =>
    correct
      ? `/team/forum/${number}/ergebnis?correct=${segment(correct)}#${segment(correct)}`
      : `/team/forum/${number}/ergebnis`,
  /** With the form for the numbers, or for another decision or task. */
  teamForumResultAdd: (number: number, what: 'turnout' | 'decision' | 'task') =>
    `/team/forum/${number}/ergebnis?add=${what}`,
  /** With the form that says why nobody goes on with a task. */
  teamForumResultDrop: (number: number, task: string) =>
    `/team/forum/${number}/ergebnis?drop=${segment(task)}#${segment(task)}`,
  teamForumMinutes: (number: number, correct?: string) =>
    correct
      ? `/team/forum/${number}/protokoll?correct=${segment(correct)}#${segment(correct)}`
      : `/team/forum/${number}/protokoll`,
  attendanceListFile: (number: number, locale: string) =>
    `/api/forum/${number}/teilnehmerliste?locale=${segment(locale)}`,
} as const;
