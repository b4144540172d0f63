import { randomUUID } from 'node:crypto';

/**
 * Writes rows as they are; gives each an id unless it has one or its table knows none.
 * @typedef {Record<string, unknown>} Row
 * @param {import('pg').Client} client
 */
export function createInserter(client) {
  /** @type {Promise<Set<string>> | undefined} */
  let withId;
  /**
   * @param {string} table
   * @param {Row[]} rows
   * @returns {Promise<void>}
   */
  return async (table, rows) => {
    withId ??= tablesWithId(client);
    const needsId = (await withId).has(table);
    for (const given of rows) {
      const row = needsId && !('id' in given) ? { id: randomUUID(), ...given } : given;
      const names = Object.keys(row).map((name) => `"${name}"`);
      const places = names.map((_, index) => `$${index + 1}`);
      await client.query(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`,
        Object.values(row),
      );
    }
  };
}

/** @param {import('pg').Client} client */
async function tablesWithId(client) {
  const { rows } = await client.query(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid'`,
  );
  return new Set(rows.map(({ name }) => name));
}

/**
 * What a domain's `demo.mjs` is given.
 * @typedef {object} Demo
 * @property {import('./content.js').DemoContent} content
 * @property {ReturnType<typeof createInserter>} insert
 * @property {import('./shift.mjs').Shift} shift
 * @property {(purpose: string, value: string) => string} hash
 * @property {import('pg').Client} client of the owner, within the transaction that fills everything
 * @property {(kind: string, key: string) => string | undefined} idOf what an earlier part made, by its key in the content
 * @property {(kind: string) => string[]} ids all of a kind
 */
