import { merged, partsOf } from './parts';
import type { PublicRows, Readers, TextTable, WordRows } from './readers';

const parts = await partsOf<{
  TEXTS: TextTable;
  PUBLIC_ROWS?: PublicRows;
  WORD_ROWS?: WordRows;
}>('texts');

/**
 * The reviewed table of all text columns. The guards take the columns from the database; one without a line in
 * its domain's `guards/texts.ts` makes them red.
 */
export const TEXTS: ReadonlyMap<string, Readers> = new Map(
  Object.entries(
    merged(
      parts.flatMap(({ TEXTS: of }) =>
        of.map(({ readers, table, names }) =>
          Object.fromEntries(names.map((name) => [`${table}.${name}`, readers])),
        ),
      ),
    ),
  ),
);

/** Which rows everybody may read. */
export const PUBLIC_ROWS = merged(parts.map(({ PUBLIC_ROWS: of = {} }) => of));

/** Which rows may hold words at all. */
export const WORD_ROWS = merged(parts.map(({ WORD_ROWS: of = {} }) => of));
