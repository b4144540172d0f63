import { COUNSELLING, OPEN, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/beratung': row(OPEN, '/beratung'),
  '/sozialberatung': row(COUNSELLING, '/sozialberatung', '/en/sozialberatung'),
};
