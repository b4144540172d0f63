import { randomUUID } from 'node:crypto';

/** Tables whose primary key is not a generated `id`. */
const WITHOUT_ID = new Set([
  'office_settings',
  'forum_session_districts',
  'agenda_proposals',
  'calendar_entry_districts',
  'ballot_receipts',
]);

/**
 * Writes rows as they are; gives each an id unless it has one.
 * @typedef {Record<string, unknown>} Row
 * @param {import('pg').Client} client
 */
export function createInserter(client) {
  /**
   * @param {string} table
   * @param {Row[]} rows
   * @returns {Promise<void>}
   */
  return async (table, rows) => {
    for (const given of rows) {
      const row = WITHOUT_ID.has(table) || 'id' in given ? given : { id: randomUUID(), ...given };
      const names = Object.keys(row).map((name) => `"${name}"`);
      const places = names.map((_, index) => `$${index + 1}`);
      await client.query(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`,
        Object.values(row),
      );
    }
  };
}

/**
 * @typedef {{
 *   content: import('./content.js').DemoContent,
 *   insert: ReturnType<typeof createInserter>,
 *   shift: import('./shift.mjs').Shift,
 *   hash: (purpose: string, value: string) => string,
 * }} Demo
 * @typedef {{ districts: Map<string, string>, categories: Map<string, string>, partners: Map<string, string>, partnerNames: Map<string, string>, users: Map<string, string>, voters: string[] }} Ids
 */
