import { merged, partsOf } from './parts';
import type { ActionTable } from './who-may';

/**
 * The reviewed table of all server actions: who may, and what is written then. Whoever is not named
 * changes nothing. An action of the build without a row in its domain's `guards/actions.ts` makes the
 * guards red.
 */
export const ACTIONS = merged(
  (await partsOf<{ ACTIONS: ActionTable }>('actions')).map((part) => part.ACTIONS),
);
