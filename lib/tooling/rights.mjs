import pg from 'pg';
import { Obstacle } from './project.mjs';

/**
 * What the running app may do in its database: everything with the data, nothing with the tables
 * themselves, and nothing at all with the ballot box but through its functions. So whoever gets hold
 * of the app's connection cannot lay roll and ballots beside each other while people vote.
 *
 * @param {string} ownerUrl who owns the tables
 * @param {string} workUrl whom the app works as; made when there is nobody of that name yet
 * @returns {Promise<boolean>} `false`: both are the same, so the app can read whatever it wants to
 * @throws {Obstacle} when the role is missing and the owner may not make it
 */
export async function grantRights(ownerUrl, workUrl) {
  const role = decodeURIComponent(new URL(workUrl).username);
  if (role === decodeURIComponent(new URL(ownerUrl).username)) return false;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await ensureRole(client, role, decodeURIComponent(new URL(workUrl).password));
    const quoted = client.escapeIdentifier(role);
    await client.query('BEGIN');
    await client.query(grants(quoted));
    await openQueue(client, quoted);
    await client.query('COMMIT');
    return true;
  } finally {
    await client.end();
  }
}

/**
 * @param {pg.Client} client
 * @param {string} role
 * @param {string} password
 */
async function ensureRole(client, role, password) {
  const found = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (found.rowCount !== 0) return;
  const quoted = client.escapeIdentifier(role);
  try {
    await client.query(`CREATE ROLE ${quoted} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
  } catch (error) {
    // Roles belong to all databases of a server: the start of another one may have just made it.
    if (error instanceof Error && 'code' in error && error.code === '42710') return;
    throw new Obstacle(
      `In der Datenbank fehlt die Rolle „${role}“ aus DATABASE_URL, und DATABASE_OWNER_URL darf sie nicht anlegen. Bitte einmal von Hand: CREATE ROLE ${role} LOGIN PASSWORD '…'.`,
    );
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
