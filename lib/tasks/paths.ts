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
  teamAbsences: () => '/team/aufgaben/vertretung',
  teamAbsencesSaved: (what: string) => `/team/aufgaben/vertretung?saved=${segment(what)}`,
} as const;
