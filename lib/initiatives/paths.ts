import { personal, segment } from '@/lib/core/paths';

export const initiativesPaths = {
  supportOverview: () => '/unterstuetzung',
  /** What it is about, before the form. */
  supportDoor: () => '/unterstuetzung/neu',
  supportForm: () => '/unterstuetzung/anfragen',
  supportReceipt: (code: string) => personal(`/unterstuetzung/vorgang/${segment(code)}`),
  supportWithdraw: (code: string) =>
    personal(`/unterstuetzung/vorgang/${segment(code)}/zurueckziehen`),
  teamRequests: (group?: string) => (group ? `/team/anfragen?group=${group}` : '/team/anfragen'),
  teamRequestsPage: (group: string, page: number) => `/team/anfragen?group=${group}&page=${page}`,
  teamRequestNew: () => '/team/anfragen/neu',
  teamRequest: (number: number, step?: string) =>
    step ? `/team/anfragen/${number}?step=${step}#step` : `/team/anfragen/${number}`,
  teamRequestPerson: (number: number) => `/team/anfragen/${number}?person=open#person`,
  teamRequestPersonSaved: (number: number, what: 'corrected' | 'erased') =>
    `/team/anfragen/${number}?saved=${what}`,
  teamGroups: () => '/team/initiativen',
  teamGroupNew: () => '/team/initiativen/neu',
  teamGroup: (id: string) => `/team/initiativen/${segment(id)}`,
  /** With what can become of it instead of the form for what is known about it. */
  teamGroupMove: (id: string) => `/team/initiativen/${segment(id)}?move=open#move`,
} as const;
