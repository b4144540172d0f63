import { MONTH, WEEK_LATER } from '../days';
import type { Addresses } from './addresses';
import {
  ADMIN,
  COUNSELLING,
  COUNTERS,
  FIGURES,
  FIRST_PARTNER,
  KEEPERS,
  NOBODY,
  OFFICE,
  OPEN,
  outcomes,
  REPRESENTATION,
  RESIDENTS_AND_PARTNERS_ARE_LED_ON,
  type RouteRow,
  row,
  SIGNED_IN,
} from './outcomes';

/**
 * The reviewed table of all routes: what each identity gets. A page or route file without a row here
 * makes the guards red.
 */
export const ROUTES: Record<string, RouteRow> = {
  // Reading pages: the same for everybody.
  '/': row(OPEN, '/', '/en', '/de-LS'),
  '/abstimmungen': row(OPEN, '/abstimmungen'),
  '/abstimmungen/archiv': row(OPEN, '/abstimmungen/archiv', '/en/abstimmungen/archiv'),
  '/abstimmungen/[number]': row(OPEN, ({ poll }) => `/abstimmungen/${poll}`),
  // Poll 1 of the demo is over and had twenty ballots.
  '/abstimmungen/[number]/quittungen': row(OPEN, '/abstimmungen/1/quittungen'),
  '/api/polls/[number]/[file]': row(
    OPEN,
    '/abstimmungen/1/stimmzettel.json',
    '/abstimmungen/1/stimmzettel.csv',
    '/abstimmungen/1/stimmzettel.pb',
    '/abstimmungen/1/quittungen.txt',
  ),
  '/api/pictures/[name]': row(OPEN, ({ picture }) => `/api/pictures/${picture}`),
  '/api/polls/recount': row(OPEN, '/abstimmungen/nachrechnen/recount.mjs'),
  '/barrierefreiheit': row(OPEN, '/barrierefreiheit'),
  '/beratung': row(OPEN, '/beratung'),
  '/datenschutz': row(OPEN, '/datenschutz'),
  '/etwas-ist-kaputt': row(OPEN, '/etwas-ist-kaputt'),
  '/fehler/[code]': row(OPEN, '/fehler/404'),
  '/forum': row(OPEN, '/forum'),
  '/forum/[number]': row(OPEN, ({ session }) => `/forum/${session}`),
  '/impressum': row(OPEN, '/impressum'),
  '/kalender': row(OPEN, '/kalender'),
  '/kalender/abonnieren': row(OPEN, '/kalender/abonnieren'),
  '/kalender/art/[kind]': row(OPEN, '/kalender/art/treffen'),
  '/kalender/art/[kind]/monat/[month]': row(OPEN, `/kalender/art/treffen/monat/${MONTH}`),
  '/kalender/monat/[month]': row(OPEN, `/kalender/monat/${MONTH}`),
  '/kalender/stadtteil/[district]': row(OPEN, ({ district }) => `/kalender/stadtteil/${district}`),
  '/kalender/stadtteil/[district]/monat/[month]': row(
    OPEN,
    ({ district }) => `/kalender/stadtteil/${district}/monat/${MONTH}`,
  ),
  '/kalender/termin/[id]': row(OPEN, ({ entry }) => `/kalender/termin/${entry}`),
  '/leichte-sprache': row(OPEN, '/leichte-sprache'),
  '/ueber-uns': row(OPEN, '/ueber-uns'),
  '/unterstuetzung': row(OPEN, '/unterstuetzung'),
  '/wegweiser': row(OPEN, '/wegweiser', '/en/wegweiser', '/de-LS/wegweiser'),
  '/vorschlaege/[[...list]]': row(OPEN, '/vorschlaege', '/vorschlaege/das-wurde-daraus'),
  '/vorschlaege/neu': row(OPEN, '/vorschlaege/neu'),
  '/vorschlaege/nr/[number]': row(OPEN, ({ proposal }) => `/vorschlaege/nr/${proposal}`),
  '/api/calendar/[[...scope]]': row(
    OPEN,
    '/kalender.ics',
    ({ district }) => `/kalender/stadtteil/${district}/kalender.ics`,
  ),

  // Acting pages anybody may open; with a code whoever has it.
  '/abstimmungen/nachrechnen/[number]': row(OPEN, '/abstimmungen/nachrechnen/1'),
  '/abstimmungen/quittung': row(OPEN, '/abstimmungen/quittung'),
  '/abstimmungen/quittung/[receipt]': row(
    OPEN,
    ({ ballotReceipt }) => `/abstimmungen/quittung/${ballotReceipt}`,
  ),
  // The box in the office is a device with a cookie of its own; nobody here sits at one.
  '/abstimmungen/urne': row(OPEN, '/abstimmungen/urne'),
  '/abstimmungen/urne/beenden': row(outcomes('led on'), '/abstimmungen/urne/beenden'),
  '/abstimmungen/urne/fertig/[receipt]': row(outcomes('led on'), '/abstimmungen/urne/fertig/alt'),
  '/abstimmungen/urne/zettel/[ticket]': row(outcomes('led on'), '/abstimmungen/urne/zettel/alt'),
  '/api/urne': row(outcomes('led on'), '/api/urne?locale=de'),
  '/abstimmungen/papier/[number]': row(
    { ...OFFICE, representative: 'shown' },
    ({ deskPoll }) => `/abstimmungen/papier/${deskPoll}`,
  ),
  '/forum/abmelden': row(OPEN, '/forum/abmelden'),
  '/forum/anmelden/[number]': row(OPEN, ({ session }) => `/forum/anmelden/${session}`),
  '/forum/anmeldung/[code]': row(OPEN, ({ registration }) => `/forum/anmeldung/${registration}`),
  '/nummer': row(OPEN, '/nummer', ({ proposal }) => `/nummer?number=${proposal}`),
  '/unterstuetzung/anfragen': row(OPEN, '/unterstuetzung/anfragen'),
  '/unterstuetzung/vorgang/[code]': row(
    OPEN,
    ({ request }) => `/unterstuetzung/vorgang/${request}`,
  ),
  '/unterstuetzung/vorgang/[code]/zurueckziehen': row(
    OPEN,
    ({ request }) => `/unterstuetzung/vorgang/${request}/zurueckziehen`,
  ),
  '/vorschlaege/neu/idee': row(OPEN, '/vorschlaege/neu/idee'),
  '/vorschlaege/quittung/[code]': row(
    OPEN,
    ({ receipt }) => `/vorschlaege/quittung/${receipt}`,
    ({ question }) => `/vorschlaege/quittung/${question}`,
  ),
  '/vorschlaege/quittung/[code]/zurueckziehen': row(
    OPEN,
    ({ receipt }) => `/vorschlaege/quittung/${receipt}/zurueckziehen`,
  ),
  '/vorschlaege/unterstuetzen/[number]': row(
    SIGNED_IN,
    ({ proposal }) => `/vorschlaege/unterstuetzen/${proposal}`,
  ),
  '/abstimmungen/pruefen/[number]': row(
    COUNTERS,
    ({ waitingDraft }) => `/abstimmungen/pruefen/${waitingDraft}`,
  ),
  '/abstimmungen/stimmzettel/[number]': row(
    SIGNED_IN,
    ({ poll }) => `/abstimmungen/stimmzettel/${poll}`,
  ),

  '/abstimmungen/erinnerungen/[key]': row(
    OPEN,
    ({ stopReminders }) => `/abstimmungen/erinnerungen/${stopReminders}`,
  ),
  '/abstimmungen/erinnerungen/abbestellt': row(OPEN, '/abstimmungen/erinnerungen/abbestellt'),
  // Of a poll that is published; before that and of tests for the office alone.
  '/abstimmungen/[number]/zaehlprotokoll': row(
    OPEN,
    ({ published }) => `/abstimmungen/${published}/zaehlprotokoll`,
  ),
  '/api/abstimmungen/[number]/zaehlprotokoll': row(
    OPEN,
    ({ published }) => `/api/abstimmungen/${published}/zaehlprotokoll`,
  ),

  // Counting: the office, and whoever the Forum chose to speak for it.
  '/abstimmungen/auszaehlung/[number]': row(
    COUNTERS,
    ({ counting }) => `/abstimmungen/auszaehlung/${counting}`,
  ),
  '/abstimmungen/auszaehlung/[number]/[way]': row(
    COUNTERS,
    ({ counting }) => `/abstimmungen/auszaehlung/${counting}/papier`,
  ),
  '/abstimmungen/auszaehlung/[number]/pruefliste': row(
    COUNTERS,
    ({ counting }) => `/abstimmungen/auszaehlung/${counting}/pruefliste`,
  ),

  // Signing in. The demo's pages are there because this is one.
  '/anmelden': row(outcomes('led on', { guest: 'shown' }), '/anmelden'),
  '/anmelden/code/[request]': row(OPEN, ({ signInRequest }) => `/anmelden/code/${signInRequest}`),
  '/anmelden/demo': row(OPEN, '/anmelden/demo'),
  '/anmelden/einladung/[token]': row(NOBODY, '/anmelden/einladung/gibt-es-nicht'),
  '/anmelden/karte': row(OPEN, '/anmelden/karte'),
  '/anmelden/konto-geloescht': row(OPEN, '/anmelden/konto-geloescht'),
  '/anmelden/link/[token]': row(OPEN, '/anmelden/link/gibt-es-nicht'),
  // No sign-in server of the organisation's own is configured here.
  '/api/auth/[...nextauth]': row(NOBODY, '/api/auth/signin', '/api/auth/callback/oidc'),
  '/anmelden/zweiter-schritt': row(
    { ...SIGNED_IN, ...RESIDENTS_AND_PARTNERS_ARE_LED_ON },
    '/anmelden/zweiter-schritt',
  ),
  // Everybody of the office here has set it up already.
  '/anmelden/zweiter-schritt/einrichten': row(
    outcomes('not found', { guest: 'sign in' }),
    '/anmelden/zweiter-schritt/einrichten',
  ),
  '/anmelden/zweiter-schritt/notfall-codes': row(
    outcomes('not found', { guest: 'sign in' }),
    '/anmelden/zweiter-schritt/notfall-codes',
  ),
  '/demo/mails': row(OPEN, '/demo/mails'),
  '/demo/mails/[id]': row(OPEN, ({ mail }) => `/demo/mails/${mail}`),

  // One's own things.
  '/konto': row(SIGNED_IN, '/konto', '/en/konto', '/de-LS/konto'),
  '/konto/angaben': row(SIGNED_IN, '/konto/angaben'),
  '/konto/auskunft': row(SIGNED_IN, '/konto/auskunft'),
  // Everybody here has an address, and nobody an app of their own.
  '/konto/e-mail': row(outcomes('not found', { guest: 'sign in' }), '/konto/e-mail'),
  '/konto/e-mail/[request]': row(
    outcomes('not found', { guest: 'sign in' }),
    ({ signInRequest }) => `/konto/e-mail/${signInRequest}`,
  ),
  '/konto/notfall-codes': row(outcomes('not found', { guest: 'sign in' }), '/konto/notfall-codes'),
  '/konto/erinnerungen': row(SIGNED_IN, '/konto/erinnerungen'),
  '/konto/geraete': row(SIGNED_IN, '/konto/geraete'),
  '/konto/loeschen': row(SIGNED_IN, '/konto/loeschen'),
  '/api/konto/auskunft': row(outcomes('shown', { guest: 'not found' }), '/api/konto/auskunft'),

  // What the residents' representation does for the forum.
  '/konto/forum': row(REPRESENTATION, '/konto/forum'),
  '/konto/forum/[number]': row(REPRESENTATION, ({ session }) => `/konto/forum/${session}`),
  '/konto/forum/[number]/protokoll': row(
    REPRESENTATION,
    ({ minutes }) => `/konto/forum/${minutes}/protokoll`,
  ),

  // Figures, and the counselling's own area.
  '/zahlen': row(FIGURES, '/zahlen', '/zahlen?period=2026', '/en/zahlen', '/de-LS/zahlen'),
  '/api/zahlen': row(
    { ...FIGURES, guest: 'not found', halfway: 'not found' },
    '/api/zahlen?period=2026-Q3',
  ),
  '/sozialberatung': row(COUNSELLING, '/sozialberatung', '/en/sozialberatung'),

  // Partners.
  '/partner': row(KEEPERS, '/partner'),
  '/partner/profil': row(
    outcomes('not found', {
      guest: 'sign in',
      halfway: 'second step',
      partner: 'shown',
      otherPartner: 'shown',
    }),
    '/partner/profil',
  ),
  '/partner/termin/neu': row(KEEPERS, '/partner/termin/neu'),
  '/partner/termin/[id]': row(FIRST_PARTNER, ({ entry }) => `/partner/termin/${entry}`),
  '/partner/termin/[id]/aendern': row(
    FIRST_PARTNER,
    ({ entry }) => `/partner/termin/${entry}/aendern`,
  ),
  '/partner/termin/[id]/datum/[date]': row(
    FIRST_PARTNER,
    ({ series }) => `/partner/termin/${series}/datum/${WEEK_LATER}`,
  ),

  // The office.
  '/team': row(OFFICE, '/team', '/en/team', '/de-LS/team'),
  '/team/abstimmungen': row(OFFICE, '/team/abstimmungen'),
  '/team/abstimmungen/neu': row(
    OFFICE,
    '/team/abstimmungen/neu',
    '/team/abstimmungen/neu?method=budget',
    '/en/team/abstimmungen/neu?method=reihenfolge',
    '/de-LS/team/abstimmungen/neu?method=punkte',
  ),
  '/team/abstimmungen/stimmrecht': row(OFFICE, '/team/abstimmungen/stimmrecht'),
  '/team/abstimmungen/[number]/aendern': row(
    OFFICE,
    ({ draft }) => `/team/abstimmungen/${draft}/aendern`,
    ({ draft }) => `/team/abstimmungen/${draft}/aendern?method=waehlen`,
    ({ waitingDraft }) => `/team/abstimmungen/${waitingDraft}/aendern?method=budget`,
  ),
  '/team/abstimmungen/[number]/pruefen': row(
    OFFICE,
    ({ waitingDraft }) => `/team/abstimmungen/${waitingDraft}/pruefen`,
  ),
  '/team/abstimmungen/[number]/probe': row(
    OFFICE,
    ({ trial }) => `/team/abstimmungen/${trial}/probe`,
  ),
  '/team/abstimmungen/[number]/nachtraege': row(
    OFFICE,
    ({ poll }) => `/team/abstimmungen/${poll}/nachtraege`,
  ),
  '/team/abstimmungen/[number]': row(
    OFFICE,
    ({ draft }) => `/team/abstimmungen/${draft}`,
    ({ waitingDraft }) => `/team/abstimmungen/${waitingDraft}`,
    ({ trial }) => `/team/abstimmungen/${trial}`,
    ({ poll }) => `/team/abstimmungen/${poll}`,
  ),
  '/team/abstimmungen/[number]/zaehlprotokoll': row(
    OFFICE,
    ({ counted }) => `/team/abstimmungen/${counted}/zaehlprotokoll`,
  ),
  '/team/abstimmungen/[number]/veroeffentlichen': row(
    OFFICE,
    ({ counted }) => `/team/abstimmungen/${counted}/veroeffentlichen`,
  ),
  '/team/abstimmungen/[number]/urne': row(
    OFFICE,
    ({ deskPoll }) => `/team/abstimmungen/${deskPoll}/urne`,
  ),
  '/team/abstimmungen/[number]/telefon': row(
    OFFICE,
    ({ deskPoll }) => `/team/abstimmungen/${deskPoll}/telefon`,
  ),
  // A ballot or a receipt that is not open any more leads back to the start of a call.
  '/team/abstimmungen/[number]/telefon/zettel/[ticket]': row(
    { ...OFFICE, coordinator: 'led on', admin: 'led on', inOffice: 'led on' },
    ({ deskPoll }) => `/team/abstimmungen/${deskPoll}/telefon/zettel/alt`,
  ),
  '/team/abstimmungen/[number]/telefon/fertig/[receipt]': row(
    { ...OFFICE, coordinator: 'led on', admin: 'led on', inOffice: 'led on' },
    ({ deskPoll }) => `/team/abstimmungen/${deskPoll}/telefon/fertig/alt`,
  ),
  '/team/abstimmungen/[number]/drucken/[what]': row(
    OFFICE,
    ...['a4', 'a5', 'gross', 'umschlag', 'aushang'].map(
      (what) =>
        ({ deskPoll }: Addresses) =>
          `/team/abstimmungen/${deskPoll}/drucken/${what}`,
    ),
  ),
  '/api/abstimmungen/[number]/drucken/[what]': row(
    { ...OFFICE, guest: 'not found', halfway: 'not found' },
    ...['a4', 'a5', 'gross', 'umschlag', 'aushang'].map(
      (what) =>
        ({ deskPoll }: Addresses) =>
          `/api/abstimmungen/${deskPoll}/drucken/${what}`,
    ),
  ),
  '/team/anfragen': row(OFFICE, '/team/anfragen'),
  '/team/anfragen/neu': row(OFFICE, '/team/anfragen/neu'),
  '/team/anfragen/[number]': row(OFFICE, ({ openRequest }) => `/team/anfragen/${openRequest}`),
  '/team/anrufe': row(OFFICE, '/team/anrufe'),
  '/team/anrufe/briefe': row(OFFICE, '/team/anrufe/briefe'),
  '/team/anrufe/briefe/[id]': row(OFFICE, ({ letter }) => `/team/anrufe/briefe/${letter}`),
  '/team/forum': row(OFFICE, '/team/forum'),
  '/team/forum/neu': row(OFFICE, '/team/forum/neu'),
  '/team/forum/[number]': row(OFFICE, ({ session }) => `/team/forum/${session}`),
  '/team/forum/[number]/anmeldungen': row(
    OFFICE,
    ({ session }) => `/team/forum/${session}/anmeldungen`,
  ),
  '/team/forum/[number]/bearbeiten': row(
    OFFICE,
    ({ session }) => `/team/forum/${session}/bearbeiten`,
  ),
  '/team/forum/[number]/ergebnis': row(OFFICE, ({ session }) => `/team/forum/${session}/ergebnis`),
  '/team/forum/[number]/protokoll': row(
    OFFICE,
    ({ minutes }) => `/team/forum/${minutes}/protokoll`,
  ),
  '/team/forum/[number]/tagesordnung': row(
    OFFICE,
    ({ session }) => `/team/forum/${session}/tagesordnung`,
  ),
  '/team/forum/[number]/teilnehmerliste': row(
    OFFICE,
    ({ session }) => `/team/forum/${session}/teilnehmerliste`,
  ),
  '/team/ideenkarte': row(OFFICE, '/team/ideenkarte'),
  '/team/kalender': row(OFFICE, '/team/kalender'),
  '/team/kalender/neu': row(OFFICE, '/team/kalender/neu'),
  '/team/kalender/[id]': row(OFFICE, ({ entry }) => `/team/kalender/${entry}`),
  '/team/kalender/[id]/aendern': row(OFFICE, ({ entry }) => `/team/kalender/${entry}/aendern`),
  '/team/kalender/[id]/datum/[date]': row(
    OFFICE,
    ({ series }) => `/team/kalender/${series}/datum/${WEEK_LATER}`,
  ),
  '/team/initiativen': row(OFFICE, '/team/initiativen'),
  '/team/initiativen/neu': row(OFFICE, '/team/initiativen/neu'),
  '/team/initiativen/[id]': row(OFFICE, ({ group }) => `/team/initiativen/${group}`),
  '/team/partner': row(OFFICE, '/team/partner'),
  '/team/partner/neu': row(OFFICE, '/team/partner/neu'),
  '/team/partner/[id]': row(OFFICE, ({ partner }) => `/team/partner/${partner}`),
  '/team/partner/[id]/aendern': row(OFFICE, ({ partner }) => `/team/partner/${partner}/aendern`),
  '/team/karten': row(OFFICE, '/team/karten'),
  '/team/karten/[batch]': row(OFFICE, ({ batch }) => `/team/karten/${batch}`),
  '/team/vorschlaege': row(OFFICE, '/team/vorschlaege'),
  '/team/vorschlaege/[number]': row(OFFICE, ({ proposal }) => `/team/vorschlaege/${proposal}`),
  '/team/vorschlaege/[number]/unterschriften': row(
    OFFICE,
    ({ proposal }) => `/team/vorschlaege/${proposal}/unterschriften`,
  ),

  // Settings and rights.
  '/team/aenderungsprotokoll': row(
    ADMIN,
    '/team/aenderungsprotokoll',
    '/team/aenderungsprotokoll?kind=people&period=year',
    '/en/team/aenderungsprotokoll',
    '/de-LS/team/aenderungsprotokoll?page=2',
  ),
  '/team/betrieb': row(ADMIN, '/team/betrieb', '/en/team/betrieb', '/de-LS/team/betrieb'),
  '/team/einstellungen': row(ADMIN, '/team/einstellungen'),
  '/team/einstellungen/[part]': row(ADMIN, '/team/einstellungen/buero'),
  '/team/einstellungen/foerderer': row(ADMIN, '/team/einstellungen/foerderer'),
  '/team/einstellungen/stadtteile': row(ADMIN, '/team/einstellungen/stadtteile'),
  '/team/einstellungen/themen': row(ADMIN, '/team/einstellungen/themen'),
  '/team/personen': row(ADMIN, '/team/personen'),
  '/team/personen/einladen': row(ADMIN, '/team/personen/einladen'),
  '/team/personen/[id]': row(ADMIN, ({ person }) => `/team/personen/${person}`),
};
