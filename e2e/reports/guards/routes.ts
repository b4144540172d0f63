import { FIGURES, OFFICE, type RouteTable, row } from '../../guards/outcomes';

// A year that is over is closed at some time, and its figures lead to no lists then.
const year = new Date().getFullYear();

export const ROUTES: RouteTable = {
  // Figures, and the counselling's own area.
  '/zahlen': row(
    FIGURES,
    ...['/zahlen', '/zahlen?period=2026', '/zahlen?period=2026-Q3', '/en/zahlen', '/de-LS/zahlen'],
  ),
  '/api/zahlen': row(
    { ...FIGURES, guest: 'not found', halfway: 'not found' },
    '/api/zahlen?period=2026-Q3',
  ),
  '/team/zahlen': row(OFFICE, `/team/zahlen?period=${year}&figure=submitted`),
};
