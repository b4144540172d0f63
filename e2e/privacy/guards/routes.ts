import { outcomes, type RouteTable, row, SIGNED_IN } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  '/konto/auskunft': row(SIGNED_IN, '/konto/auskunft'),
  '/api/konto/auskunft': row(outcomes('shown', { guest: 'not found' }), '/api/konto/auskunft'),
};
