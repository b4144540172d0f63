import { segment } from '@/lib/core/paths';

export const activationPaths = {
  tried: () => '/ausprobiert',
  teamFormats: () => '/team/methoden',
  teamFormatNew: () => '/team/methoden/neu',
  teamCompare: () => '/team/methoden/vergleich',
  teamFormat: (id: string) => `/team/methoden/${segment(id)}`,
  teamFormatSaved: (id: string, what: string) =>
    `/team/methoden/${segment(id)}?saved=${segment(what)}`,
  teamFormatChange: (id: string) => `/team/methoden/${segment(id)}/aendern`,
  teamFormatPublish: (id: string) => `/team/methoden/${segment(id)}/veroeffentlichen`,
  teamTrialNew: (format: string) => `/team/methoden/${segment(format)}/erproben`,
  teamEvaluate: (format: string) => `/team/methoden/${segment(format)}/auswerten`,
  teamDecide: (format: string) => `/team/methoden/${segment(format)}/ausgang`,
  formatSheet: (id: string, locale: string) =>
    `/api/methoden/${segment(id)}/blatt?locale=${segment(locale)}`,
  trialSheet: (id: string, locale: string) =>
    `/api/erprobungen/${segment(id)}/bogen?locale=${segment(locale)}`,
  /** What whoever is on a photo signs. @param locale `de` or `de-LS` */
  photoConsent: (locale: 'de' | 'de-LS') => `/api/erprobungen/einwilligung?locale=${locale}`,
  teamTrial: (id: string) => `/team/methoden/erprobung/${segment(id)}`,
  teamTrialSaved: (id: string) => `/team/methoden/erprobung/${segment(id)}?saved=planned`,
  teamTrialQuotesStruck: (id: string) => `/team/methoden/erprobung/${segment(id)}?saved=quotes`,
  teamTrialPhoto: (id: string, what: 'photo' | 'photoChanged' | 'photoTaken') =>
    `/team/methoden/erprobung/${segment(id)}?saved=${what}#photos`,
  teamTrialPhotoAdd: (id: string) => `/team/methoden/erprobung/${segment(id)}?photo=open`,
  teamTrialPhotoTake: (id: string, photo: string) =>
    `/team/methoden/erprobung/${segment(id)}?take=${segment(photo)}`,
  teamTrialPhotoChange: (id: string, photo: string) =>
    `/team/methoden/erprobung/${segment(id)}?mend=${segment(photo)}`,
  photo: (id: string) => `/api/erprobungen/foto/${segment(id)}`,
  teamTrialStrike: (id: string) => `/team/methoden/erprobung/${segment(id)}?strike=open`,
  survey: (code: string) => `/befragung/${segment(code)}`,
  surveyThanks: (code: string) => `/befragung/${segment(code)}/danke`,
  surveyInvitation: (code: string) => `/befragung/${segment(code)}/einladung`,
  surveyResult: (code: string) => `/befragung/${segment(code)}/ergebnis`,
  teamSurveys: () => '/team/befragungen',
  teamSurveyDeleted: () => '/team/befragungen?saved=deleted',
  teamSurveyNew: () => '/team/befragungen/neu',
  teamSurvey: (id: string) => `/team/befragungen/${segment(id)}`,
  teamSurveySaved: (id: string, what: string) =>
    `/team/befragungen/${segment(id)}?saved=${segment(what)}`,
  teamSurveyPage: (id: string, page: number) =>
    `/team/befragungen/${segment(id)}?page=${page}#answers`,
  teamSurveyChange: (id: string) => `/team/befragungen/${segment(id)}/aendern`,
  teamSurveyEnter: (id: string) => `/team/befragungen/${segment(id)}/eintragen`,
  /** The next empty sheet, ready to be typed on. @param sheet that was taken just now, from 1 */
  teamSurveyEnterNext: (id: string, mode: string, sheet: number) =>
    `/team/befragungen/${segment(id)}/eintragen?mode=${segment(mode)}&sheet=${sheet}&saved=sheet#answer1`,
  teamInvitations: (id: string) => `/team/befragungen/${segment(id)}/einladungen`,
  teamInvitationsPage: (id: string, page: number) =>
    `/team/befragungen/${segment(id)}/einladungen?page=${page}`,
  teamInvitationAdd: (id: string) => `/team/befragungen/${segment(id)}/einladungen?add=open`,
  teamInvitationStrike: (id: string, invitation: string) =>
    `/team/befragungen/${segment(id)}/einladungen?strike=${segment(invitation)}`,
  teamInvitationsSaved: (id: string, what: 'added' | 'struck' | 'invited') =>
    `/team/befragungen/${segment(id)}/einladungen?saved=${what}`,
  teamSurveyDelete: (id: string) => `/team/befragungen/${segment(id)}?delete=open`,
  teamSurveyTell: (id: string) => `/team/befragungen/${segment(id)}/rueckmelden`,
  surveySheet: (id: string) => `/api/befragungen/${segment(id)}/bogen`,
} as const;
