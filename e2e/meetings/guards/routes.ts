import { COUNSELLING, OFFICE, OPEN, PAPERS, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/mitgebracht': row(OPEN, '/mitgebracht', '/en/mitgebracht', '/de-LS/mitgebracht'),
  '/mitgebracht/seite/[number]': row(OPEN, '/mitgebracht/seite/1'),
  '/api/fortbildung': row(PAPERS, '/api/fortbildung?year=2026'),
  '/api/fortbildung/pdf': row(PAPERS, '/api/fortbildung/pdf?year=2026'),
  '/api/fortbildung/kalender/[id]': row(
    PAPERS,
    ({ meeting }) => `/api/fortbildung/kalender/${meeting}`,
  ),
  '/api/fortbildung/bescheinigung/[id]': row(
    PAPERS,
    ({ certificate }) => `/api/fortbildung/bescheinigung/${certificate}`,
  ),
  '/sozialberatung/fortbildung': row(COUNSELLING, '/sozialberatung/fortbildung'),
  '/team/fortbildung': row(OFFICE, '/team/fortbildung'),
  '/team/fortbildung/neu': row(OFFICE, '/team/fortbildung/neu'),
  '/team/fortbildung/uebersicht': row(OFFICE, '/team/fortbildung/uebersicht'),
  '/team/fortbildung/[id]': row(
    OFFICE,
    ({ meeting }) => `/team/fortbildung/${meeting}`,
    ({ attendedMeeting }) => `/team/fortbildung/${attendedMeeting}`,
    ({ certified, wentThere }) => `/team/fortbildung/${certified}?paper=${wentThere}`,
  ),
  '/team/fortbildung/[id]/aendern': row(
    OFFICE,
    ({ meeting }) => `/team/fortbildung/${meeting}/aendern`,
  ),
};
