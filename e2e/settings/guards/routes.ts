import { ADMIN, OPEN, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/api/pictures/[name]': row(OPEN, ({ picture }) => `/api/pictures/${picture}`),
  // Reading pages: the same for everybody.
  '/': row(OPEN, '/', '/en', '/de-LS'),
  '/barrierefreiheit': row(OPEN, '/barrierefreiheit'),
  '/datenschutz': row(OPEN, '/datenschutz'),
  '/fehler/[code]': row(OPEN, '/fehler/404'),
  '/impressum': row(OPEN, '/impressum'),
  '/leichte-sprache': row(OPEN, '/leichte-sprache'),
  '/ueber-uns': row(OPEN, '/ueber-uns'),
  '/team/einstellungen': row(ADMIN, '/team/einstellungen'),
  '/team/einstellungen/[part]': row(ADMIN, '/team/einstellungen/buero'),
  '/team/einstellungen/angebot': row(ADMIN, '/team/einstellungen/angebot'),
  '/team/einstellungen/foerderer': row(
    ADMIN,
    '/team/einstellungen/foerderer',
    '/team/einstellungen/foerderer?add=open',
    ({ funder }) => `/team/einstellungen/foerderer?item=${funder}`,
  ),
  '/team/einstellungen/stadtteile': row(ADMIN, '/team/einstellungen/stadtteile'),
  '/team/einstellungen/themen': row(ADMIN, '/team/einstellungen/themen'),
};

/** Parts of its addresses that are no secret, or one that nobody can guess. */
export const NO_CODES = ['part', 'name'];
