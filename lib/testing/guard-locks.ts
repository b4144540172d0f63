/** What another one has done and not ended, and the statement that may not go on meanwhile. */
export type Lock = readonly [other: string, own: string];

/** A lock on one row as a change of it takes it. */
export const held = (table: string, id: string, strength = 'NO KEY UPDATE') =>
  `SELECT FROM ${table} WHERE id = ${id} FOR ${strength}`;
