import { withConnection } from './connection.mjs';

/**
 * Whatever a start does to the database happens under this one lock: several instances may start at the
 * same moment, and one after the other they find less and less to do. A backup holds it too, shared.
 */
const START_LOCK = 7_310_041;

/**
 * @template T
 * @param {import('./connection.mjs').Target} target the owner's
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @param {{ onWait?: () => void, shared?: boolean }} [options]
 * @returns {Promise<T>}
 */
export function underStartLock(target, work, { onWait, shared = false } = {}) {
  const kind = shared ? '_shared' : '';
  return withConnection(target, async (client) => {
    const { rows } = await client.query(`SELECT pg_try_advisory_lock${kind}($1) AS got`, [
      START_LOCK,
    ]);
    if (!rows[0].got) {
      onWait?.();
      await client.query(`SELECT pg_advisory_lock${kind}($1)`, [START_LOCK]);
    }
    return await work(client);
  });
}
