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
    await client.query(grants(client.escapeIdentifier(role)));
    return true;
  } finally {
    await client.end();
  }
}

/** @param {string} role quoted */
const grants = (role) => `BEGIN;
GRANT USAGE ON SCHEMA public, graphile_worker TO ${role};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, graphile_worker TO ${role};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, graphile_worker TO ${role};
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public, graphile_worker TO ${role};
REVOKE ALL ON ballots FROM ${role};
COMMIT;`;

/** @param {string} url @returns {string} the role a connection address names */
export const roleIn = (url) => decodeURIComponent(new URL(url).username);
