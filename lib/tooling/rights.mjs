import pg from 'pg';
import { walledUrl } from '../core/walled-url.mjs';
import { raiseWall } from './database/wall.mjs';
import { FUNCTIONS, TABLES } from './granted.mjs';
import { Obstacle } from './project.mjs';

/**
 * What the running app may do in its database: what `granted.mjs` lists and nothing else, made anew at
 * every start. So whoever gets hold of the app's connection cannot look into the ballot box while
 * people vote, nor rewrite what was promised to stay.
 *
 * @param {string} ownerUrl who owns the tables
 * @param {string} workUrl whom the app works as; made when there is nobody of that name yet
 * @param {{ counsellingUrl?: string, note?: (line: string) => void }} [more] `counsellingUrl`: who works behind the
 *   wall, where that is set; `note` hears why the wall does not stand
 * @returns {Promise<boolean>} `false`: the role is the owner or as mighty, so all this holds nobody
 * @throws {Obstacle} when the role is missing and the owner may not make it
 */
export async function grantRights(ownerUrl, workUrl, more = {}) {
  const { counsellingUrl = '', note = () => undefined } = more;
  const role = decodeURIComponent(new URL(workUrl).username);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const url = walledUrl({ DATABASE_URL: workUrl, COUNSELLING_DATABASE_URL: counsellingUrl });
    if (role === decodeURIComponent(new URL(ownerUrl).username)) {
      note((await raiseWall(client, { appRole: role, url })) ?? '');
      return false;
    }
    await ensureRole(client, role, decodeURIComponent(new URL(workUrl).password));
    const quoted = client.escapeIdentifier(role);
    await client.query('BEGIN');
    await client.query(await revokes(client, quoted));
    await client.query(await grants(client, quoted));
    await openQueue(client, quoted);
    await client.query('COMMIT');
    await forgetOwnSettings(client, quoted);
    const open = await raiseWall(client, { appRole: role, url });
    if (open) note(open);
    return !(await isTooMighty(client, role));
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

/**
 * A role may give itself settings that outlive a start. Some owners may not take them away; then the
 * promises hold all the same, but the role can make itself unable to work.
 * @param {pg.Client} client
 * @param {string} role quoted
 */
async function forgetOwnSettings(client, role) {
  await client.query(`ALTER ROLE ${role} RESET ALL`).catch((error) => {
    if (error.code !== '42501') throw error;
  });
}

/**
 * Takes what an older version gave, and what PostgreSQL gives to everybody.
 * @param {pg.Client} client
 * @param {string} role quoted
 */
async function revokes(client, role) {
  const { rows } = await client.query(`
    SELECT quote_ident(current_database()) AS database,
      string_agg(oid::regprocedure::text, ', ') AS functions
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proowner = current_user::regrole`);
  const { database, functions } = rows[0];
  return [
    `REVOKE ALL ON ALL TABLES IN SCHEMA public, graphile_worker FROM ${role}, PUBLIC`,
    `REVOKE ALL ON ALL SEQUENCES IN SCHEMA public, graphile_worker FROM ${role}, PUBLIC`,
    `REVOKE ALL ON ALL FUNCTIONS IN SCHEMA graphile_worker FROM ${role}, PUBLIC`,
    `REVOKE ALL ON FUNCTION ${functions} FROM ${role}, PUBLIC`,
    `REVOKE ALL ON SCHEMA public, graphile_worker FROM ${role}`,
    'REVOKE CREATE ON SCHEMA public FROM PUBLIC',
    // A session without tables of its own cannot put one of the same name before ours.
    `REVOKE TEMPORARY, CREATE ON DATABASE ${database} FROM ${role}, PUBLIC`,
  ].join(';\n');
}

/**
 * @param {pg.Client} client
 * @param {string} role quoted
 */
async function grants(client, role) {
  const keys = await keysOf(client);
  return [
    `GRANT USAGE ON SCHEMA public, graphile_worker TO ${role}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
    // The queue's own tables; no promise is kept in them.
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${role}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${role}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${role}`,
    `GRANT EXECUTE ON FUNCTION ${FUNCTIONS.join(', ')} TO ${role}`,
    ...Object.entries(TABLES).flatMap(([table, granted]) =>
      rightsOn(granted, keys.get(table) ?? []).map(
        (right) => `GRANT ${right} ON ${table} TO ${role}`,
      ),
    ),
  ].join(';\n');
}

/**
 * @param {import('./granted.mjs').Granted} granted
 * @param {readonly string[]} changeable columns that are no key
 */
function rightsOn(granted, changeable) {
  const inColumns = (/** @type {readonly string[]} */ names) =>
    `(${names.map((name) => `"${name}"`).join(', ')})`;
  const { insert, update } = granted;
  return [
    ...(granted.read === false ? [] : ['SELECT']),
    ...(insert ? [insert === 'every' ? 'INSERT' : `INSERT ${inColumns(insert)}`] : []),
    ...(update ? [`UPDATE ${inColumns(update === 'every' ? changeable : update)}`] : []),
    ...(granted.delete ? ['DELETE'] : []),
  ];
}

/**
 * Columns that are no part of their table's key.
 * @param {pg.Client} client
 * @returns {Promise<Map<string, string[]>>} by table
 */
async function keysOf(client) {
  const { rows } = await client.query(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum <> ALL (coalesce(i.indkey, '')::int2[])
    GROUP BY c.relname`);
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

/**
 * Whether the role has more than we can take from it.
 * @param {pg.Client} client
 * @param {string} role
 */
async function isTooMighty(client, role) {
  const { rows } = await client.query(
    `SELECT rolsuper OR rolcreaterole OR rolbypassrls OR rolreplication
       OR has_schema_privilege(oid, 'public', 'CREATE')
       OR EXISTS (SELECT 1 FROM pg_auth_members WHERE member = pg_roles.oid) AS mighty
     FROM pg_roles WHERE rolname = $1`,
    [role],
  );
  return rows[0].mighty;
}

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
