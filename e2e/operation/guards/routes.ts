import { ADMIN, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/team/betrieb': row(ADMIN, '/team/betrieb', '/en/team/betrieb', '/de-LS/team/betrieb'),
};
