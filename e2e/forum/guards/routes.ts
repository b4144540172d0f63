import { OFFICE, OPEN, PAPERS, REPRESENTATION, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/forum': row(OPEN, '/forum'),
  '/forum/[number]': row(
    OPEN,
    ({ session }) => `/forum/${session}`,
    ({ calledOffSession }) => `/forum/${calledOffSession}`,
  ),
  '/forum/abmelden': row(OPEN, '/forum/abmelden'),
  '/forum/anmelden/[number]': row(OPEN, ({ session }) => `/forum/anmelden/${session}`),
  '/forum/anmeldung/[code]': row(OPEN, ({ registration }) => `/forum/anmeldung/${registration}`),
  // What the residents' representation does for the forum.
  '/konto/forum': row(REPRESENTATION, '/konto/forum'),
  '/konto/forum/[number]': row(
    REPRESENTATION,
    ({ session }) => `/konto/forum/${session}`,
    ({ session }) => `/konto/forum/${session}?item=new`,
  ),
  '/konto/forum/[number]/protokoll': row(
    REPRESENTATION,
    ({ minutes }) => `/konto/forum/${minutes}/protokoll`,
    ({ minutes }) => `/konto/forum/${minutes}/protokoll?answer=return`,
  ),
  '/team/forum': row(OFFICE, '/team/forum'),
  '/team/forum/neu': row(OFFICE, '/team/forum/neu'),
  '/team/forum/[number]': row(
    OFFICE,
    ({ session }) => `/team/forum/${session}`,
    ({ session }) => `/team/forum/${session}?callOff=open`,
  ),
  '/team/forum/[number]/anmeldungen': row(
    OFFICE,
    ({ session }) => `/team/forum/${session}/anmeldungen`,
  ),
  '/team/forum/[number]/bearbeiten': row(
    OFFICE,
    ({ session }) => `/team/forum/${session}/bearbeiten`,
  ),
  '/team/forum/[number]/ergebnis': row(
    OFFICE,
    ({ session }) => `/team/forum/${session}/ergebnis`,
    ({ minutes }) => `/team/forum/${minutes}/ergebnis`,
    ({ minutes }) => `/team/forum/${minutes}/ergebnis?add=turnout`,
    ({ minutes }) => `/team/forum/${minutes}/ergebnis?add=decision`,
    ({ minutes }) => `/team/forum/${minutes}/ergebnis?add=task`,
  ),
  '/team/forum/[number]/protokoll': row(
    OFFICE,
    ({ minutes }) => `/team/forum/${minutes}/protokoll`,
  ),
  '/team/forum/[number]/tagesordnung': row(
    OFFICE,
    ({ session }) => `/team/forum/${session}/tagesordnung`,
    ({ session }) => `/team/forum/${session}/tagesordnung?item=new`,
  ),
  '/api/forum/[number]/teilnehmerliste': row(
    PAPERS,
    ({ session }) => `/api/forum/${session}/teilnehmerliste`,
  ),
};
