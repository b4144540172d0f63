import {
  ADMIN,
  NOBODY,
  OFFICE,
  OPEN,
  outcomes,
  PAPERS,
  RESIDENTS_AND_PARTNERS_ARE_LED_ON,
  type RouteTable,
  row,
  SIGNED_IN,
} from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/api/karten/[batch]': row(PAPERS, ({ batch }) => `/api/karten/${batch}`),
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
  // One's own things.
  '/konto': row(SIGNED_IN, '/konto', '/en/konto', '/de-LS/konto'),
  '/konto/angaben': row(SIGNED_IN, '/konto/angaben'),
  // Everybody here has an address, and nobody an app of their own.
  '/konto/e-mail': row(outcomes('not found', { guest: 'sign in' }), '/konto/e-mail'),
  '/konto/e-mail/[request]': row(
    outcomes('not found', { guest: 'sign in' }),
    ({ signInRequest }) => `/konto/e-mail/${signInRequest}`,
  ),
  '/konto/notfall-codes': row(outcomes('not found', { guest: 'sign in' }), '/konto/notfall-codes'),
  '/konto/geraete': row(SIGNED_IN, '/konto/geraete'),
  '/konto/loeschen': row(SIGNED_IN, '/konto/loeschen'),
  '/team/karten': row(OFFICE, '/team/karten'),
  '/team/karten/[batch]': row(OFFICE, ({ batch }) => `/team/karten/${batch}`),
  '/team/personen': row(ADMIN, '/team/personen'),
  '/team/personen/einladen': row(ADMIN, '/team/personen/einladen'),
  '/team/personen/[id]': row(ADMIN, ({ person }) => `/team/personen/${person}`),
};

/** Parts of its addresses that are no secret, or one that nobody can guess. */
export const NO_CODES = ['nextauth', 'request', 'batch'];
