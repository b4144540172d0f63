import type { InputTable } from './making';
import { merged, partsOf } from './parts';

/** What is pressed, by action; each domain says it in its `guards/inputs.ts`. */
export const INPUTS = merged(
  (await partsOf<{ INPUTS: InputTable }>('inputs')).map((part) => part.INPUTS),
);
