import { OFFICE, OPEN, type RouteTable, row, SIGNED_IN } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/etwas-ist-kaputt': row(OPEN, '/etwas-ist-kaputt'),
  '/vorschlaege/[[...list]]': row(OPEN, '/vorschlaege', '/vorschlaege/das-wurde-daraus'),
  '/vorschlaege/neu': row(OPEN, '/vorschlaege/neu'),
  '/vorschlaege/nr/[number]': row(OPEN, ({ proposal }) => `/vorschlaege/nr/${proposal}`),
  '/nummer': row(OPEN, '/nummer', ({ proposal }) => `/nummer?number=${proposal}`),
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
  '/team/ideenkarte': row(OFFICE, '/team/ideenkarte'),
  '/team/vorschlaege': row(OFFICE, '/team/vorschlaege'),
  '/team/vorschlaege/[number]': row(
    OFFICE,
    ({ proposal }) => `/team/vorschlaege/${proposal}`,
    ({ reworded }) => `/team/vorschlaege/${reworded}`,
    ({ handedOver }) => `/team/vorschlaege/${handedOver}`,
    ({ asked }) => `/team/vorschlaege/${asked}`,
    ({ declined }) => `/team/vorschlaege/${declined}`,
  ),
  '/team/vorschlaege/[number]/stellungnahmen': row(
    OFFICE,
    ({ answered }) => `/team/vorschlaege/${answered}/stellungnahmen`,
  ),
  '/team/vorschlaege/[number]/worte': row(
    OFFICE,
    ({ finished }) => `/team/vorschlaege/${finished.number}/worte?note=${finished.step}`,
  ),
  '/team/vorschlaege/[number]/unterschriften': row(
    OFFICE,
    ({ proposal }) => `/team/vorschlaege/${proposal}/unterschriften`,
    ({ signed }) => `/team/vorschlaege/${signed.number}/unterschriften?list=${signed.list}`,
  ),
};

/** Parts of its addresses that are no secret, or one that nobody can guess. */
export const NO_CODES = ['list'];
