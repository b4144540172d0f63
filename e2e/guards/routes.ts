import type { House } from './house';
import { IDENTITIES, type Identity } from './identities';
import { makeThings } from './things';

/**
 * The reviewed table of all routes: what each identity gets. A page or route file without a row here
 * makes the guards red.
 */
export type Outcome = 'shown' | 'sign in' | 'second step' | 'not found';
type Outcomes = Readonly<Record<Identity, Outcome>>;

/** Everybody gets the first outcome except those named. */
function outcomes(
  otherwise: Outcome,
  exceptions: Partial<Record<Identity, Outcome>> = {},
): Outcomes {
  const all = IDENTITIES.map((identity) => [identity, exceptions[identity] ?? otherwise] as const);
  return Object.fromEntries(all) as Outcomes;
}

const OPEN = outcomes('shown');
const SIGNED_IN = outcomes('shown', { guest: 'sign in' });
const OFFICE = outcomes('not found', {
  guest: 'sign in',
  halfway: 'second step',
  coordinator: 'shown',
  admin: 'shown',
});
const ADMIN = { ...OFFICE, coordinator: 'not found' } as const satisfies Outcomes;
/** Partners and the office; the second step is asked for before anything else is said. */
const KEEPERS = { ...OFFICE, partner: 'shown', otherPartner: 'shown' } as const satisfies Outcomes;
const FIRST_PARTNER = { ...KEEPERS, otherPartner: 'not found' } as const satisfies Outcomes;
const NOBODY = outcomes('not found');

/** Addresses that stand for a route, made before the guards look. */
export interface Addresses {
  proposal: number;
  receipt: string;
  question: string;
  request: string;
  registration: string;
  session: number;
  entry: string;
  series: string;
  poll: number;
  draft: number;
  ballotReceipt: string;
  person: string;
  batch: string;
  letter: string;
  mail: string;
  district: string;
  signInRequest: string;
  openRequest: number;
}

export async function makeAddresses(house: House): Promise<Addresses> {
  const things = makeThings(house);
  const [partner] = house.homes.partners;
  return {
    proposal: (await things.proposal('PUBLISHED')).number,
    receipt: (await things.proposal('SUBMITTED')).code,
    question: (await things.proposal('NEEDS_CLARIFICATION')).code,
    request: (await things.request('OFFERED')).code,
    openRequest: (await things.request('RECEIVED')).number,
    registration: (await things.registration(await things.session('INVITED'))).code,
    session: (await things.session('INVITED')).number,
    entry: await things.entry(partner),
    series: await things.entry(partner, { rrule: 'FREQ=WEEKLY;BYDAY=WE' }),
    poll: 2,
    draft: (await things.poll('DRAFT')).number,
    ballotReceipt: await house.one('SELECT receipt FROM ballot_receipts LIMIT 1'),
    person: (await house.person('resident')).id,
    batch: (await things.card()).batchId,
    letter: await things.call({ kind: 'LETTER' }),
    mail: await things.failedMail(),
    district: await house.one('SELECT slug FROM districts WHERE id = $1', [house.homes.districts[0]]),
    signInRequest: (await things.signInCode()).id,
  };
}

export interface RouteRow {
  outcomes: Outcomes;
  paths(addresses: Addresses): readonly string[];
}

const row = (
  expected: Outcomes,
  ...paths: (string | ((addresses: Addresses) => string))[]
): RouteRow => ({
  outcomes: expected,
  paths: (addresses) => paths.map((path) => (typeof path === 'string' ? path : path(addresses))),
});

export const ROUTES: Record<string, RouteRow> = {
  // Reading pages: the same for everybody.
  '/': row(OPEN, '/', '/en', '/de-LS'),
  '/abstimmungen': row(OPEN, '/abstimmungen'),
  '/abstimmungen/[number]': row(OPEN, ({ poll }) => `/abstimmungen/${poll}`),
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
  '/kalender/art/[kind]/monat/[month]': row(OPEN, '/kalender/art/treffen/monat/2026-12'),
  '/kalender/monat/[month]': row(OPEN, '/kalender/monat/2026-12'),
  '/kalender/stadtteil/[district]': row(OPEN, ({ district }) => `/kalender/stadtteil/${district}`),
  '/kalender/stadtteil/[district]/monat/[month]': row(
    OPEN,
    ({ district }) => `/kalender/stadtteil/${district}/monat/2026-12`,
  ),
  '/kalender/termin/[id]': row(OPEN, ({ entry }) => `/kalender/termin/${entry}`),
  '/leichte-sprache': row(OPEN, '/leichte-sprache'),
  '/ueber-uns': row(OPEN, '/ueber-uns'),
  '/unterstuetzung': row(OPEN, '/unterstuetzung'),
  '/vorschlaege/[[...list]]': row(OPEN, '/vorschlaege', '/vorschlaege/das-wurde-daraus'),
  '/vorschlaege/neu': row(OPEN, '/vorschlaege/neu'),
  '/vorschlaege/nr/[number]': row(OPEN, ({ proposal }) => `/vorschlaege/nr/${proposal}`),
  '/api/calendar/[[...scope]]': row(
    OPEN,
    '/kalender.ics',
    ({ district }) => `/kalender/stadtteil/${district}/kalender.ics`,
  ),

  // Acting pages anybody may open; with a code whoever has it.
  '/abstimmungen/quittung': row(OPEN, '/abstimmungen/quittung'),
  '/abstimmungen/quittung/[receipt]': row(
    OPEN,
    ({ ballotReceipt }) => `/abstimmungen/quittung/${ballotReceipt}`,
  ),
  '/forum/abmelden': row(OPEN, '/forum/abmelden'),
  '/forum/anmelden/[number]': row(OPEN, ({ session }) => `/forum/anmelden/${session}`),
  '/forum/anmeldung/[code]': row(OPEN, ({ registration }) => `/forum/anmeldung/${registration}`),
  '/nummer': row(OPEN, '/nummer', ({ proposal }) => `/nummer?nr=${proposal}`),
  '/unterstuetzung/anfragen': row(OPEN, '/unterstuetzung/anfragen'),
  '/unterstuetzung/vorgang/[code]': row(OPEN, ({ request }) => `/unterstuetzung/vorgang/${request}`),
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
  '/abstimmungen/stimmzettel/[number]': row(
    SIGNED_IN,
    ({ poll }) => `/abstimmungen/stimmzettel/${poll}`,
  ),

  // Signing in. The demo's pages are there because this is one.
  '/anmelden': row(outcomes('moved'), '/anmelden'),
  '/anmelden/code/[request]': row(OPEN, ({ signInRequest }) => `/anmelden/code/${signInRequest}`),
  '/anmelden/demo': row(OPEN, '/anmelden/demo'),
  '/anmelden/einladung/[token]': row(NOBODY, '/anmelden/einladung/gibt-es-nicht'),
  '/anmelden/karte': row(OPEN, '/anmelden/karte'),
  '/anmelden/konto-geloescht': row(OPEN, '/anmelden/konto-geloescht'),
  '/anmelden/link/[token]': row(OPEN, '/anmelden/link/gibt-es-nicht'),
};
