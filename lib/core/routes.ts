import { pollRoutes } from './poll-routes';
import type { PersonalPath } from './secret';

/** Together with `poll-routes` the only file that spells paths. Path words stay German in every language; `de` has no prefix. */

export const LOCALES = ['de', 'de-LS', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text);
}

/** Path for a language: `localized('en', routes.proposals())` → `/en/vorschlaege`. */
export function localized(locale: string, path: PersonalPath): PersonalPath;
export function localized(locale: string, path: string): string;
export function localized(locale: string, path: string): string {
  if (locale === 'de' || !isLocale(locale)) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

const segment = encodeURIComponent;
const personal = (path: string) => path as PersonalPath;

export const routes = {
  home: () => '/',
  imprint: () => '/impressum',
  privacy: () => '/datenschutz',
  accessibility: () => '/barrierefreiheit',
  easyLanguage: () => '/leichte-sprache',
  aboutUs: () => '/ueber-uns',
  counselling: () => '/beratung',
  brokenThing: () => '/etwas-ist-kaputt',
  failure: (code: number) => `/fehler/${code}`,

  // proposals
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

  // forum
  forum: () => '/forum',
  forumSession: (number: number) => `/forum/${number}`,
  forumSignUp: (number: number) => `/forum/anmelden/${number}`,
  registration: (code: string) => personal(`/forum/anmeldung/${segment(code)}`),
  registrationLookup: () => '/forum/abmelden',

  ...pollRoutes,

  // support
  supportOverview: () => '/unterstuetzung',
  supportForm: () => '/unterstuetzung/anfragen',
  supportReceipt: (code: string) => personal(`/unterstuetzung/vorgang/${segment(code)}`),
  supportWithdraw: (code: string) =>
    personal(`/unterstuetzung/vorgang/${segment(code)}/zurueckziehen`),

  // network
  guide: () => '/wegweiser',

  // calendar
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

  // signing in
  signIn: (next?: string) => (next ? `/anmelden?next=${segment(next)}` : '/anmelden'),
  signInAgain: (request: string) => `/anmelden?after=${segment(request)}`,
  signInCode: (request: string) => `/anmelden/code/${segment(request)}`,
  signInLink: (token: string) => personal(`/anmelden/link/${segment(token)}`),
  signInCard: () => '/anmelden/karte',
  signInOwnServer: (next: string) => `/api/auth/start?next=${segment(next)}`,
  signInFailed: (fault: string, next: string) =>
    `/anmelden?reason=server-${segment(fault)}&next=${segment(next)}`,
  signInInvitation: (token: string) => personal(`/anmelden/einladung/${segment(token)}`),
  signInOnceMore: (next?: string) =>
    next ? `/anmelden?reason=again&next=${segment(next)}` : '/anmelden?reason=again',
  signInAfterTries: () => '/anmelden?reason=tries',
  secondFactor: (next?: string) =>
    next ? `/anmelden/zweiter-schritt?next=${segment(next)}` : '/anmelden/zweiter-schritt',
  secondFactorSetup: (next?: string) =>
    next
      ? `/anmelden/zweiter-schritt/einrichten?next=${segment(next)}`
      : '/anmelden/zweiter-schritt/einrichten',
  recoveryCodes: (next?: string) =>
    next
      ? `/anmelden/zweiter-schritt/notfall-codes?next=${segment(next)}`
      : '/anmelden/zweiter-schritt/notfall-codes',
  signInDemo: () => '/anmelden/demo',
  demoMails: () => '/demo/mails',
  demoMail: (id: string) => `/demo/mails/${segment(id)}`,
  account: () => '/konto',
  accountConnect: (ticket: string) => `/konto?connect=${segment(ticket)}`,
  accountNotConnected: (fault: string) => `/konto?reason=server-${segment(fault)}`,
  accountSessions: () => '/konto/geraete',
  accountProfile: () => '/konto/angaben',
  accountAddress: () => '/konto/e-mail',
  accountAddressCode: (request: string) => `/konto/e-mail/${segment(request)}`,
  accountRecovery: () => '/konto/notfall-codes',
  accountReminders: () => '/konto/erinnerungen',
  accountData: () => '/konto/auskunft',
  accountDataFile: () => '/api/konto/auskunft',
  accountDelete: () => '/konto/loeschen',
  // what the residents' representation does for the forum
  representation: () => '/konto/forum',
  representationSession: (number: number, item?: string) =>
    item ? `/konto/forum/${number}?item=${segment(item)}` : `/konto/forum/${number}`,
  representationMinutes: (number: number) => `/konto/forum/${number}/protokoll`,
  // figures without names, for the office and whoever pays for it
  figures: (period?: string) => (period ? `/zahlen?period=${segment(period)}` : '/zahlen'),
  figuresFile: (period: string, locale: string) =>
    `/api/zahlen?period=${segment(period)}&locale=${locale}`,
  counsellingDesk: () => '/sozialberatung',
  accountDeleted: () => '/anmelden/konto-geloescht',

  // office
  team: () => '/team',
  teamProposals: (group?: string) =>
    group ? `/team/vorschlaege?group=${group}` : '/team/vorschlaege',
  teamProposal: (number: number, step?: string) =>
    step ? `/team/vorschlaege/${number}?step=${step}#step` : `/team/vorschlaege/${number}`,
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
  teamForum: () => '/team/forum',
  teamForumNew: () => '/team/forum/neu',
  teamForumSession: (number: number) => `/team/forum/${number}`,
  teamForumEdit: (number: number) => `/team/forum/${number}/bearbeiten`,
  teamForumAgenda: (number: number, item?: string) =>
    item
      ? `/team/forum/${number}/tagesordnung?item=${segment(item)}`
      : `/team/forum/${number}/tagesordnung`,
  teamForumRegistrations: (number: number, cancel?: number) =>
    cancel
      ? `/team/forum/${number}/anmeldungen?cancel=${cancel}`
      : `/team/forum/${number}/anmeldungen`,
  teamForumEntered: (number: number, entered: number) =>
    `/team/forum/${number}/anmeldungen?entered=${entered}`,
  teamForumResult: (number: number) => `/team/forum/${number}/ergebnis`,
  teamForumMinutes: (number: number) => `/team/forum/${number}/protokoll`,
  teamAttendanceList: (number: number) => `/team/forum/${number}/teilnehmerliste`,
  teamRequests: (group?: string) => (group ? `/team/anfragen?group=${group}` : '/team/anfragen'),
  teamRequestNew: () => '/team/anfragen/neu',
  teamRequest: (number: number, step?: string) =>
    step ? `/team/anfragen/${number}?step=${step}#step` : `/team/anfragen/${number}`,
  teamPartners: () => '/team/partner',
  teamPartnerNew: () => '/team/partner/neu',
  teamPartner: (id: string) => `/team/partner/${segment(id)}`,
  teamPartnerChange: (id: string) => `/team/partner/${segment(id)}/aendern`,
  teamGroups: () => '/team/initiativen',
  teamGroupNew: () => '/team/initiativen/neu',
  teamGroup: (id: string) => `/team/initiativen/${segment(id)}`,
  teamCalendar: () => '/team/kalender',
  teamCalendarNew: () => '/team/kalender/neu',
  teamCalendarEntry: (id: string) => `/team/kalender/${segment(id)}`,
  teamCalendarEntryEdit: (id: string) => `/team/kalender/${segment(id)}/aendern`,
  teamCalendarDate: (id: string, date: string) =>
    `/team/kalender/${segment(id)}/datum/${segment(date)}`,
  /** @param earlier it had been done by somebody else before */
  teamCalls: (done?: string, earlier = false) =>
    done ? `/team/anrufe?${earlier ? 'earlier' : 'done'}=${segment(done)}#done` : '/team/anrufe',
  teamLetters: () => '/team/anrufe/briefe',
  teamLetter: (id: string) => `/team/anrufe/briefe/${segment(id)}`,
  teamCards: () => '/team/karten',
  teamCardsPrint: (batch: string) => `/team/karten/${segment(batch)}`,
  teamPeople: () => '/team/personen',
  teamPerson: (id: string) => `/team/personen/${segment(id)}`,
  teamInvite: () => '/team/personen/einladen',
  teamAudit: (kind?: string, period?: string, page = 1) =>
    kind
      ? `/team/aenderungsprotokoll?kind=${kind}&period=${period}${page > 1 ? `&page=${page}` : ''}`
      : '/team/aenderungsprotokoll',
  teamOperation: () => '/team/betrieb',
  teamSettings: () => '/team/einstellungen',
  teamSettingsSaved: () => '/team/einstellungen?saved=yes',
  teamSettingsPart: (part: string) => `/team/einstellungen/${segment(part)}`,
  teamSettingsItem: (part: string, id: string) =>
    `/team/einstellungen/${segment(part)}?item=${segment(id)}`,

  // partners
  partner: () => '/partner',
  partnerProfile: () => '/partner/profil',
  partnerProfileSaved: () => '/partner/profil?saved=yes',
  partnerEntryNew: () => '/partner/termin/neu',
  partnerEntry: (id: string) => `/partner/termin/${segment(id)}`,
  partnerEntryEdit: (id: string) => `/partner/termin/${segment(id)}/aendern`,
  partnerEntryDate: (id: string, date: string) =>
    `/partner/termin/${segment(id)}/datum/${segment(date)}`,
} as const;

/** Only a path of our own may be gone on to after signing in; anything else leads home. */
export function safeNext(next: string | undefined): string {
  if (!next || !/^\/(?![/\\])[\w\-./%?=&]*$/.test(next) || next.includes('..'))
    return routes.account();
  return next;
}
