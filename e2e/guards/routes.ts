import type { RouteTable } from './outcomes';
import { merged, partsOf } from './parts';

/**
 * The reviewed table of all routes: what each identity gets. A page or route file without a row in its
 * domain's `guards/routes.ts` makes the guards red.
 */
export const ROUTES = merged(
  (await partsOf<{ ROUTES: RouteTable }>('routes')).map((part) => part.ROUTES),
);
