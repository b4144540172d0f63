import { OFFICE, OPEN, type RouteTable, row } from '../../guards/outcomes';

const TEAM = '/team/methoden';

export const ROUTES: RouteTable = {
  '/ausprobiert': row(OPEN, '/ausprobiert', '/en/ausprobiert', '/de-LS/ausprobiert'),
  '/team/methoden': row(OFFICE, TEAM),
  '/team/methoden/neu': row(OFFICE, `${TEAM}/neu`),
  '/team/methoden/vergleich': row(OFFICE, `${TEAM}/vergleich`),
  '/team/methoden/[id]': row(OFFICE, ({ format }) => `${TEAM}/${format}`),
  '/team/methoden/[id]/aendern': row(OFFICE, ({ format }) => `${TEAM}/${format}/aendern`),
  '/team/methoden/[id]/veroeffentlichen': row(
    OFFICE,
    ({ format }) => `${TEAM}/${format}/veroeffentlichen`,
  ),
  '/team/methoden/[id]/erproben': row(OFFICE, ({ format }) => `${TEAM}/${format}/erproben`),
  '/team/methoden/[id]/auswerten': row(OFFICE, ({ format }) => `${TEAM}/${format}/auswerten`),
  '/team/methoden/[id]/ausgang': row(OFFICE, ({ format }) => `${TEAM}/${format}/ausgang`),
  '/team/methoden/erprobung/[id]': row(
    OFFICE,
    ({ formatTrial }) => `${TEAM}/erprobung/${formatTrial}`,
  ),
};
