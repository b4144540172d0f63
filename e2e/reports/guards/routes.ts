import { FIGURES, type RouteTable, row } from '../../guards/outcomes';

export const ROUTES: RouteTable = {
  // Figures, and the counselling's own area.
  '/zahlen': row(FIGURES, '/zahlen', '/zahlen?period=2026', '/en/zahlen', '/de-LS/zahlen'),
  '/api/zahlen': row(
    { ...FIGURES, guest: 'not found', halfway: 'not found' },
    '/api/zahlen?period=2026-Q3',
  ),
};
