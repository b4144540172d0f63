import pg from 'pg';
import { WALLED } from '../granted.mjs';

/**
 * Raises the wall around what another role of its own works with: makes the role where it may, gives it what
 * is listed and nothing else, and asks the database, as that role, whether the wall stands. Where it does not,
 * the program keeps what lies behind it switched off.
 *
 * @typedef {import('pg').Client} Client
 * @typedef {import('../granted.mjs').Walled} Walled
 */

const NAMED = 'Termine der Sozialberatung bleiben ausgeschaltet: ';

/**
 * Whoever could not be asked just now has not said no: `is_up()` is asked by every connection anew, and knows itself whom
 * the wall stands between.
 * @param {Client} client the owner's
 * @param {{ appRole: string, url: string }} whom `appRole`: of the program; `url`: of the role behind the wall, empty
 *   where there is none
 * @returns {Promise<string | null>} why it does not stand, as a sentence with what to do
 */
export async function raiseWall(client, whom) {
  const { why, isAway } = await raise(client, whom);
  // Whoever was on either side before is so no longer.
  if (why !== null && !isAway) await client.query(`DELETE FROM ${WALLED.schema}.wall`);
  return why;
}

/** @typedef {{ why: string | null, isAway?: boolean }} Raised */

/** @param {Client} client @param {{ appRole: string, url: string }} whom @returns {Promise<Raised>} */
async function raise(client, { appRole, url }) {
  if (client.user === appRole)
    return {
      why: `${NAMED}Dafür braucht das Programm eine andere Rolle als die, der die Tabellen gehören. Bitte DATABASE_OWNER_URL setzen, und in DATABASE_URL eine Rolle ohne eigene Tabellen.`,
    };
  if (url === '')
    return {
      why: `${NAMED}In DATABASE_URL steht kein Passwort, aus dem das ihrer Rolle folgen könnte. Bitte COUNSELLING_DATABASE_URL setzen.`,
    };
  const { username, password } = new URL(url);
  const role = decodeURIComponent(username);
  if (role === appRole || role === client.user)
    return { why: `${NAMED}COUNSELLING_DATABASE_URL braucht eine eigene Rolle, nicht „${role}“.` };
  const quoted = client.escapeIdentifier(role);
  const secret = client.escapeLiteral(decodeURIComponent(password));
  if (!(await ensureRole(client, role, `${quoted} LOGIN PASSWORD ${secret}`)))
    return {
      why: `${NAMED}Die Rolle „${role}“ fehlt, und die Eigentümerin der Tabellen darf sie nicht anlegen. Bitte einmal als Verwalter: CREATE ROLE ${quoted} LOGIN PASSWORD '…'; und mit demselben Passwort COUNSELLING_DATABASE_URL setzen.`,
    };
  await give(client, appRole, role);
  return await stands(client, url, `${quoted} PASSWORD ${secret}`);
}

/**
 * Nobody gets in while it is not said who stands on either side.
 * @param {Client} client
 * @param {string} appRole
 * @param {string} role
 */
async function give(client, appRole, role) {
  const [app, own] = [appRole, role].map((name) => client.escapeIdentifier(name));
  const { schema } = WALLED;
  await client.query('BEGIN');
  const before = (await formerOf(client, [appRole, role])).map((name) =>
    client.escapeIdentifier(name),
  );
  const everybody = [...new Set([app, own, 'PUBLIC', ...before])].join(', ');
  await client.query(
    [
      ...['TABLES', 'FUNCTIONS', 'SEQUENCES'].map(
        (kind) => `REVOKE ALL ON ALL ${kind} IN SCHEMA ${schema} FROM ${everybody}`,
      ),
      `REVOKE ALL ON SCHEMA ${schema} FROM ${everybody}`,
      // What somebody gave it of the rest.
      ...['TABLES', 'SEQUENCES'].map(
        (kind) => `REVOKE ALL ON ALL ${kind} IN SCHEMA public, graphile_worker FROM ${own}`,
      ),
      `REVOKE ALL ON FUNCTION ${await functionsOf(client)} FROM ${own}`,
      `GRANT USAGE ON SCHEMA ${schema} TO ${own}`,
      ...grantsOf(WALLED).map((right) => `GRANT ${right} TO ${own}`),
    ].join(';\n'),
  );
  await client.query(
    `INSERT INTO ${schema}.wall (app_role, own_role) VALUES ($1, $2)
     ON CONFLICT ("only") DO UPDATE SET app_role = EXCLUDED.app_role, own_role = EXCLUDED.own_role`,
    [appRole, role],
  );
  await client.query('COMMIT');
}

/**
 * Functions of the rest; those of an extension belong to somebody else.
 * @param {Client} client
 * @returns {Promise<string>}
 */
async function functionsOf(client) {
  const { rows } = await client.query(
    `SELECT string_agg(oid::regprocedure::text, ', ') AS functions FROM pg_proc
     WHERE pronamespace::regnamespace::text IN ('public', 'graphile_worker') AND proowner = current_user::regrole AND prokind <> 'p'`,
  );
  return rows[0].functions;
}

/**
 * Who else holds something there: a role that was behind the wall before its name or the program's was changed.
 * @param {Client} client
 * @param {string[]} now
 * @returns {Promise<string[]>}
 */
async function formerOf(client, now) {
  const { rows } = await client.query(
    `SELECT DISTINCT rolname FROM (
       SELECT nspacl AS acl, nspowner AS owner FROM pg_namespace WHERE nspname = $1
       UNION ALL SELECT relacl, relowner FROM pg_class WHERE relnamespace = $1::regnamespace
       UNION ALL SELECT proacl, proowner FROM pg_proc WHERE pronamespace = $1::regnamespace
     ) held CROSS JOIN LATERAL aclexplode(acl) a JOIN pg_roles r ON r.oid = a.grantee
     WHERE a.grantee <> held.owner AND rolname <> ALL ($2)`,
    [WALLED.schema, now],
  );
  return rows.map(({ rolname }) => rolname);
}

/** @param {Walled} walled @returns {string[]} */
function grantsOf({ schema, tables, functions }) {
  const listed = (/** @type {readonly string[] | undefined} */ names) =>
    names ? ` (${names.map((name) => `"${name}"`).join(', ')})` : '';
  return [
    ...Object.entries(tables).flatMap(([table, { select, insert, update, delete: mayDelete }]) => [
      `SELECT${listed(select)} ON ${schema}.${table}`,
      ...(insert ? [`INSERT${listed(insert)} ON ${schema}.${table}`] : []),
      ...(update ? [`UPDATE${listed(update)} ON ${schema}.${table}`] : []),
      ...(mayDelete ? [`DELETE ON ${schema}.${table}`] : []),
    ]),
    ...functions.map((name) => `EXECUTE ON FUNCTION ${schema}.${name}`),
  ];
}

/** @param {Client} client @param {string} role @param {string} made @returns {Promise<boolean>} */
async function ensureRole(client, role, made) {
  const found = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (found.rowCount !== 0) return true;
  return client.query(`CREATE ROLE ${made}`).then(
    () => true,
    // Somebody else's start may have just made it.
    (error) => error.code === '42710',
  );
}

/**
 * @param {Client} client
 * @param {string} url
 * @param {string} renewed
 * @returns {Promise<Raised>}
 */
async function stands(client, url, renewed) {
  const here = inDatabaseOf(client, url);
  const answer = await askAgain(here.href);
  if (answer === 'password') {
    // The password it follows from was changed.
    const isRenewed = await client.query(`ALTER ROLE ${renewed}`).then(
      () => true,
      () => false,
    );
    if (isRenewed) return saidOf(await askAgain(here.href), here);
  }
  return saidOf(answer, here);
}

/**
 * Changes nothing.
 * @param {Client} client the owner's
 * @param {string} url of the role behind the wall
 */
export const doesWallStand = async (client, url) =>
  url !== '' && (await askAs(inDatabaseOf(client, url).href)) === 'up';

/** A restore fills a database beside the one that is set. @param {Client} client @param {string} address */
function inDatabaseOf(client, address) {
  const url = new URL(address);
  url.pathname = `/${encodeURIComponent(client.database ?? '')}`;
  return url;
}

const TRIES = 3;
const PAUSE_MS = 1000;

/** A server that has no room for a moment is no wall that does not stand. @param {string} url */
async function askAgain(url) {
  let answer = await askAs(url);
  for (let tries = 1; tries < TRIES && answer === 'away'; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    answer = await askAs(url);
  }
  return answer;
}

/** @param {string} url @returns {Promise<'up' | 'down' | 'password' | 'away'>} */
async function askAs(url) {
  const own = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  own.on('error', () => undefined);
  try {
    await own.connect();
    const { rows } = await own.query(`SELECT ${WALLED.schema}.is_up() AS up`);
    return rows[0].up ? 'up' : 'down';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === '28P01' ? 'password' : 'away';
  } finally {
    await own.end().catch(() => undefined);
  }
}

/** @param {Awaited<ReturnType<typeof askAs>>} answer @param {URL} url @returns {Raised} */
function saidOf(answer, { username }) {
  const role = decodeURIComponent(username);
  const why = {
    up: '',
    down: `Eine der beiden Rollen darf mehr, als ihr gegeben wurde. Weder sie noch „${role}“ dürfen SUPERUSER, BYPASSRLS, REPLICATION oder CREATEROLE haben oder einer anderen Rolle angehören.`,
    password: `Das Passwort der Rolle „${role}“ stimmt nicht. Bitte als Verwalter: ALTER ROLE "${role}" PASSWORD '…'; und mit demselben COUNSELLING_DATABASE_URL setzen.`,
    away: `Die Rolle „${role}“ kommt nicht in die Datenbank. Bitte pg_hba.conf und das Recht CONNECT prüfen.`,
  }[answer];
  return { why: why === '' ? null : `${NAMED}${why}`, isAway: answer === 'away' };
}
