import pg from 'pg';

/**
 * What the running app may do in its database: everything with the data, nothing with the tables
 * themselves, and nothing at all with the ballot box but through its functions. So whoever gets hold
 * of the app's connection cannot lay roll and ballots beside each other while people vote.
 *
 * @param {string} ownerUrl who owns the tables
 * @param {string} role whom the app works as
 * @returns {Promise<boolean>} `false`: there is no such role, or it owns the tables itself; then the
 *   app can read whatever it wants to
 */
export async function grantRights(ownerUrl, role) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      'SELECT current_user AS owner FROM pg_roles WHERE rolname = $1 AND rolname <> current_user',
      [role],
    );
    if (rows.length === 0) return false;
    await client.query('BEGIN');
    await client.query(grants(client.escapeIdentifier(role)));
    await openQueue(client, client.escapeIdentifier(role));
    await client.query('COMMIT');
    return true;
  } finally {
    await client.end();
  }
}

/** @param {string} role quoted */
const grants = (role) => `
GRANT USAGE ON SCHEMA public, graphile_worker TO ${role};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, graphile_worker TO ${role};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, graphile_worker TO ${role};
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public, graphile_worker TO ${role};
REVOKE ALL ON ballots FROM ${role};`;

/**
 * The queue shows its rows to their owner only, unless a policy says otherwise.
 * @param {pg.Client} client
 * @param {string} role quoted
 */
async function openQueue(client, role) {
  const { rows } = await client.query(
    "SELECT oid::regclass::text AS name FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity",
  );
  for (const { name } of rows) {
    await client.query(`DROP POLICY IF EXISTS app ON ${name}`);
    await client.query(`CREATE POLICY app ON ${name} TO ${role} USING (true) WITH CHECK (true)`);
  }
}

/** @param {string} url @returns {string} the role a connection address names */
export const roleIn = (url) => decodeURIComponent(new URL(url).username);
