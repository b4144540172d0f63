import { OFFICE, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  // The office.
  '/team': row(OFFICE, '/team', '/en/team', '/de-LS/team'),
};
