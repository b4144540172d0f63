import { OFFICE, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/team/betrieb': row(OFFICE, '/team/betrieb', '/en/team/betrieb', '/de-LS/team/betrieb'),
};
