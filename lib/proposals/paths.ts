import { personal, segment } from '@/lib/core/paths';

export const proposalsPaths = {
  brokenThing: () => '/etwas-ist-kaputt',
  proposals: () => '/vorschlaege',
  proposalsInDistrict: (slug: string) => `/vorschlaege/stadtteil/${segment(slug)}`,
  proposalsOfCategory: (slug: string) => `/vorschlaege/thema/${segment(slug)}`,
  proposalsWithResult: () => '/vorschlaege/das-wurde-daraus',
  proposalsUnanswered: () => '/vorschlaege/ohne-antwort',
  proposal: (number: number) => `/vorschlaege/nr/${number}`,
  proposalSupport: (number: number) => `/vorschlaege/unterstuetzen/${number}`,
  proposalDoor: () => '/vorschlaege/neu',
  proposalForm: () => '/vorschlaege/neu/idee',
  proposalReceipt: (code: string) => personal(`/vorschlaege/quittung/${segment(code)}`),
  proposalWithdraw: (code: string) =>
    personal(`/vorschlaege/quittung/${segment(code)}/zurueckziehen`),
  proposalsPage: (listPath: string, page: number) =>
    page > 1 ? `${listPath}/seite/${page}` : listPath,
  numberLookup: () => '/nummer',
  numberLookupResult: (number: string) => `/nummer?number=${segment(number)}`,
  teamProposals: (group?: string) =>
    group ? `/team/vorschlaege?group=${group}` : '/team/vorschlaege',
  teamProposalsPage: (group: string, page: number) =>
    `/team/vorschlaege?group=${group}&page=${page}`,
  teamProposal: (number: number, step?: string) =>
    step ? `/team/vorschlaege/${number}?step=${step}#step` : `/team/vorschlaege/${number}`,
  teamProposalCard: (number: number) => `/team/vorschlaege/${number}?card=open#card`,
  teamProposalPerson: (number: number) => `/team/vorschlaege/${number}?person=open#person`,
  teamProposalPersonSaved: (number: number, what: 'corrected' | 'erased') =>
    `/team/vorschlaege/${number}?saved=${what}`,
  teamProposalsSaved: (
    next: number | null,
    saved: { step: string; number: number; told: string },
  ) =>
    `/team/vorschlaege${next === null ? '' : `/${next}`}?saved=${saved.step}&number=${saved.number}&told=${saved.told}`,
  teamProposalCompare: (number: number, other: number) =>
    `/team/vorschlaege/${number}?step=merge&with=${other}#step`,
  teamSignatures: (number: number, list?: string) =>
    list
      ? `/team/vorschlaege/${number}/unterschriften?list=${segment(list)}#${segment(list)}`
      : `/team/vorschlaege/${number}/unterschriften`,
  teamSignaturesStrike: (number: number, list: string) =>
    `/team/vorschlaege/${number}/unterschriften?list=${segment(list)}&strike=yes#${segment(list)}`,
  teamStatements: (number: number, statement?: string) =>
    statement
      ? `/team/vorschlaege/${number}/stellungnahmen?statement=${segment(statement)}#${segment(statement)}`
      : `/team/vorschlaege/${number}/stellungnahmen`,
  teamNotes: (number: number, note?: string) =>
    note
      ? `/team/vorschlaege/${number}/worte?note=${segment(note)}#${segment(note)}`
      : `/team/vorschlaege/${number}/worte`,
  teamIdeaCard: () => '/team/ideenkarte',
  // The fragment puts the cursor into the first field, so that the next card can be typed at once.
  teamIdeaCardNext: (saved: {
    number: number;
    district: string;
    channel: string;
    /** How the person will be told. */
    told: string;
  }) =>
    `/team/ideenkarte?number=${saved.number}&district=${segment(saved.district)}&channel=${saved.channel}&told=${saved.told}#title`,
} as const;
