import { setTimeout as sleep } from 'node:timers/promises';

/** Whoever owns a database cannot end what the server itself does in it, such as a vacuum. */
const NOT_YET = new Set(['42501', '55006']);
const PAUSE_MS = 50;

/**
 * Drops a database, waiting for what the server or another role is still doing there.
 * @param {import('pg').Client} client of a role that owns the database, connected elsewhere
 * @param {string} name unquoted
 * @param {number} [patienceMs] how long in all; then the server's own refusal is thrown
 */
export async function dropWhenFree(client, name, patienceMs = 10_000) {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
      return;
    } catch (error) {
      const { code } = /** @type {{ code?: string }} */ (error ?? {});
      if (!NOT_YET.has(String(code)) || Date.now() > until) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
