import { randomUUID } from 'node:crypto';

/**
 * Writes rows as they are, columns called as in the schema or in the database; gives each an id unless it has one or its table knows none.
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
      const named = needsId && !('id' in given) ? { id: randomUUID(), ...given } : given;
      const row = new Map(Object.entries(named).map(([name, value]) => [columnOf(name), value]));
      const names = [...row.keys()].map((name) => `"${name}"`);
      const places = names.map((_, index) => `$${index + 1}`);
      await client.query(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`,
        [...row.values()],
      );
    }
  };
}

/** What the schema calls `districtId` is `district_id` in the database. @param {string} name */
const columnOf = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

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
