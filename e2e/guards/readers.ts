/**
 * Who may read what stands in a text column, outside the office.
 *
 * PUBLIC: everybody, in rows that are public (`PUBLIC_ROWS`). PERSON: whoever it is about or who may sign in
 * as them. INTERNAL: the office, and the representation where it checks. PROGRAM: keys, codes, hashes, what is
 * sealed, times; nobody can type into them.
 */
export type Readers = 'PUBLIC' | 'PERSON' | 'INTERNAL' | 'PROGRAM';

/** Columns of a table that are read by the same. */
export type TextTable = readonly { readers: Readers; table: string; names: readonly string[] }[];

/**
 * Which rows of a table, called `t`, everybody may read; all of them where nothing is said. A column may have
 * its own condition.
 */
export type PublicRows = Readonly<Record<string, string>>;

/**
 * Which rows of a column, called `table.column`, may hold words at all where a constraint of the database says that
 * others hold none; all of them where nothing is said. The table is called `t`.
 */
export type WordRows = Readonly<Record<string, string>>;

export const columns = (readers: Readers, table: string, names: string) => ({
  ...{ readers, table },
  names: names.split(' '),
});
