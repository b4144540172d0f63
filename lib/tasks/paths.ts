import { segment } from '@/lib/core/paths';

export const tasksPaths = {
  teamTasks: () => '/team/aufgaben',
  teamTasksPage: (page: number) => `/team/aufgaben?page=${page}`,
  teamTasksSaved: (what: string) => `/team/aufgaben?saved=${segment(what)}`,
  teamTaskNew: () => '/team/aufgaben/neu',
  /** With what it is about filled in. */
  teamTaskNewNext: (kind: string, id: string) =>
    `/team/aufgaben/neu?of=${segment(kind)}&id=${segment(id)}`,
  /** With the last step that was agreed with a partner as its words. */
  teamTaskNewFromStep: (kind: string, id: string) =>
    `/team/aufgaben/neu?of=${segment(kind)}&id=${segment(id)}&step=last`,
  teamTask: (number: number) => `/team/aufgaben/${number}`,
  teamTaskSaved: (number: number, what: string) =>
    `/team/aufgaben/${number}?saved=${segment(what)}`,
  teamTaskChange: (number: number) => `/team/aufgaben/${number}/aendern`,
  /** Who of the office sees to what another domain keeps. */
  teamKept: (id: string) => `/team/aufgaben/uebernommen/${segment(id)}`,
  teamAbsences: () => '/team/aufgaben/vertretung',
  teamAbsencesSaved: (what: string) => `/team/aufgaben/vertretung?saved=${segment(what)}`,
  /** What whoever counsels has to do. */
  deskTasks: () => '/sozialberatung/aufgaben',
  deskTaskNew: () => '/sozialberatung/aufgaben/neu',
  deskTask: (id: string) => `/sozialberatung/aufgaben/${segment(id)}`,
  deskTaskSaved: (id: string, what: string) =>
    `/sozialberatung/aufgaben/${segment(id)}?saved=${segment(what)}`,
  deskTaskChange: (id: string) => `/sozialberatung/aufgaben/${segment(id)}/aendern`,
  deskAbsences: () => '/sozialberatung/aufgaben/vertretung',
  deskAbsencesSaved: (what: string) => `/sozialberatung/aufgaben/vertretung?saved=${segment(what)}`,
} as const;
