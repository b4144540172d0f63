import { withConnection } from './database/connection.mjs';

/**
 * Writes down when something was last done, where the office's page and whoever watches the machine
 * look for it.
 * @param {import('./database/connection.mjs').Target} target
 * @param {'backup' | 'restore'} name
 * @param {boolean} ok
 */
export function markOperation(target, name, ok) {
  return withConnection(target, async (client) => {
    // An older version has no such table.
    const { rows } = await client.query("SELECT to_regclass('operation_marks') AS found");
    if (rows[0].found === null) return;
    await client.query(
      `INSERT INTO operation_marks (name, at, ok) VALUES ($1, now(), $2)
       ON CONFLICT (name) DO UPDATE SET at = excluded.at, ok = excluded.ok, note = ''`,
      [name, ok],
    );
  });
}

/**
 * Writes down how it went, whichever way that is.
 * @template T
 * @param {import('./database/connection.mjs').Target} target
 * @param {'backup' | 'restore'} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function marked(target, name, work) {
  try {
    const result = await work();
    await markOperation(target, name, true);
    return result;
  } catch (error) {
    await markOperation(target, name, false).catch(() => undefined);
    throw error;
  }
}
