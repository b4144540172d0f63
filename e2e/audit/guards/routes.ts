import { ADMIN, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  // Settings and rights.
  '/team/aenderungsprotokoll': row(
    ADMIN,
    '/team/aenderungsprotokoll',
    '/team/aenderungsprotokoll?kind=people&period=year',
    '/en/team/aenderungsprotokoll',
    '/de-LS/team/aenderungsprotokoll?page=2',
  ),
};
