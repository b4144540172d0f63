import { NOBODY, OFFICE, OPEN, PAPERS, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/unterwegs': row(OPEN, '/unterwegs', '/en/unterwegs', '/de-LS/unterwegs'),
  // What is sent there is looked at in `sending.spec.ts`.
  '/api/rundgang/kontakte': row(NOBODY, '/api/rundgang/kontakte'),
  '/api/rundgang/helfer': row(OPEN, '/api/rundgang/helfer?locale=en'),
  '/api/rundgang/geraet': row(OPEN, '/api/rundgang/geraet?locale=en'),
  // Says nothing of anybody, so that it can be kept on a device.
  '/team/rundgang/unterwegs': row(
    OPEN,
    ...['', '/en', '/de-LS'].map((language) => `${language}/team/rundgang/unterwegs`),
  ),
  '/team/rundgang': row(OFFICE, '/team/rundgang'),
  '/team/rundgang/statistik': row(
    OFFICE,
    ...['/team/rundgang/statistik', '/team/rundgang/statistik?period=2026'],
  ),
  // The last quarter that is closed.
  '/api/rundgang/statistik': row(
    PAPERS,
    ...['/api/rundgang/statistik', '/api/rundgang/statistik?as=csv&locale=en'],
  ),
  '/api/rundgang/[id]/[what]': row(
    PAPERS,
    ({ round }) => `/api/rundgang/${round}/aushang?locale=de-LS`,
    ({ round }) => `/api/rundgang/${round}/strichliste`,
    ({ round }) => `/api/rundgang/${round}/brief?locale=de-LS`,
  ),
  '/api/rundgang/vordrucke/[what]': row(
    PAPERS,
    ...['karte?locale=de-LS', 'idee', 'feedback', 'leitfaden'].map(
      (what) => `/api/rundgang/vordrucke/${what}`,
    ),
  ),
  '/team/rundgang/neu': row(OFFICE, '/team/rundgang/neu'),
  '/team/rundgang/eintragen': row(OFFICE, '/team/rundgang/eintragen'),
  '/team/rundgang/rueckruf': row(OFFICE, '/team/rundgang/rueckruf'),
  '/team/rundgang/kontakte': row(OFFICE, '/team/rundgang/kontakte'),
  '/team/rundgang/kontakte/[id]': row(
    OFFICE,
    ({ contact }) => `/team/rundgang/kontakte/${contact}`,
  ),
  '/team/rundgang/kontakte/[id]/vorschlag': row(
    OFFICE,
    ({ contact }) => `/team/rundgang/kontakte/${contact}/vorschlag`,
  ),
  '/team/rundgang/[id]': row(OFFICE, ({ round }) => `/team/rundgang/${round}`),
  '/team/rundgang/[id]/aendern': row(OFFICE, ({ round }) => `/team/rundgang/${round}/aendern`),
};
