import { OPEN, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  // Whoever has the link; it says so itself when it can do nothing any more.
  '/adresse-bestaetigen/[token]': row(
    OPEN,
    ({ proofLink }) => `/adresse-bestaetigen/${proofLink}`,
    '/adresse-bestaetigen/unbekannt',
  ),
};
