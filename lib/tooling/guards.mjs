/**
 * Lets the owner write what the program never could: polls of the past, votes of weeks at once. The
 * triggers of these tables stand aside for one transaction; for whoever else writes meanwhile they hold.
 *
 * @template T
 * @param {import('pg').Client} client the owner's
 * @param {readonly string[]} tables
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function besideTheGuards(client, tables, work) {
  await client.query('BEGIN');
  try {
    await standAside(client, tables);
    const result = await work();
    await standAgain(client, tables);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** @param {import('pg').Client} client @param {readonly string[]} tables */
export async function standAside(client, tables) {
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
}

/** @param {import('pg').Client} client @param {readonly string[]} tables */
export async function standAgain(client, tables) {
  for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

/** What a poll is made of. */
export const POLL_TABLES = [
  'polls',
  'poll_options',
  'roll_entries',
  'ballots',
  'ballot_receipts',
  'count_sheets',
];
