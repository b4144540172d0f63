import type { Addresses } from '../../guards/making';
import {
  COUNTERS,
  OFFICE,
  OPEN,
  outcomes,
  PAPERS,
  type RouteTable,
  row,
  SIGNED_IN,
} from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/abstimmungen': row(OPEN, '/abstimmungen'),
  '/abstimmungen/archiv': row(OPEN, '/abstimmungen/archiv', '/en/abstimmungen/archiv'),
  '/abstimmungen/[number]': row(
    OPEN,
    ({ poll }) => `/abstimmungen/${poll}`,
    ({ calledOff }) => `/abstimmungen/${calledOff}`,
    ({ noted }) => `/abstimmungen/${noted}`,
  ),
  // Poll 1 of the demo is over and had twenty ballots.
  '/abstimmungen/[number]/quittungen': row(OPEN, '/abstimmungen/1/quittungen'),
  '/api/polls/[number]/[file]': row(
    OPEN,
    '/abstimmungen/1/stimmzettel.json',
    '/abstimmungen/1/stimmzettel.csv',
    '/abstimmungen/1/stimmzettel.pb',
    '/abstimmungen/1/quittungen.txt',
  ),
  '/api/polls/recount': row(OPEN, '/abstimmungen/nachrechnen/recount.mjs'),
  '/api/polls/table': row(OPEN, '/abstimmungen/nachrechnen/table.mjs'),
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
  '/abstimmungen/pruefen/[number]': row(
    COUNTERS,
    ({ waitingDraft }) => `/abstimmungen/pruefen/${waitingDraft}`,
    ({ waitingDraft }) => `/abstimmungen/pruefen/${waitingDraft}?answer=return`,
    ({ stopped }) => `/abstimmungen/pruefen/${stopped}`,
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
    ({ surplus }) => `/abstimmungen/auszaehlung/${surplus}/papier`,
  ),
  '/api/abstimmungen/[number]/pruefliste': row(
    { ...PAPERS, representative: 'shown' },
    ({ counting }) => `/api/abstimmungen/${counting}/pruefliste`,
  ),
  // Whole ballots, for whoever counts again for all; written down each time.
  '/api/abstimmungen/[number]/stimmzettel': row(
    { ...PAPERS, representative: 'shown' },
    ({ wholeBallots }) => `/api/abstimmungen/${wholeBallots}/stimmzettel`,
  ),
  '/konto/erinnerungen': row(SIGNED_IN, '/konto/erinnerungen'),
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
    ({ waitingDraft }) => `/team/abstimmungen/${waitingDraft}/pruefen?answer=return`,
  ),
  '/team/abstimmungen/[number]/probe': row(
    OFFICE,
    ({ trial }) => `/team/abstimmungen/${trial}/probe`,
  ),
  '/team/abstimmungen/[number]/nachtraege': row(
    OFFICE,
    ({ poll }) => `/team/abstimmungen/${poll}/nachtraege`,
    ({ noted }) => `/team/abstimmungen/${noted}/nachtraege`,
    ({ noted }) => `/team/abstimmungen/${noted}/nachtraege?change=archive`,
    ({ stopped }) => `/team/abstimmungen/${stopped}/nachtraege`,
    ({ calledOff }) => `/team/abstimmungen/${calledOff}/nachtraege`,
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
  '/team/abstimmungen/[number]/drucken': row(
    OFFICE,
    ({ deskPoll }) => `/team/abstimmungen/${deskPoll}/drucken`,
  ),
  '/api/abstimmungen/[number]/drucken/[what]': row(
    PAPERS,
    ...['a4', 'a5', 'gross', 'umschlag', 'aushang'].map(
      (what) =>
        ({ deskPoll }: Addresses) =>
          `/api/abstimmungen/${deskPoll}/drucken/${what}`,
    ),
  ),
};

/** Parts of its addresses that are no secret, or one that nobody can guess. */
export const NO_CODES = ['file', 'way', 'ticket'];
