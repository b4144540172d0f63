import { randomInt } from 'node:crypto';
import { Obstacle } from '../project.mjs';
import { withConnection } from './connection.mjs';

/**
 * Whether a database can carry the product, found out before anything is written or promised.
 *
 * @typedef {import('./connection.mjs').Target} Target
 * @typedef {import('pg').Client} Client
 */

const LEAST_VERSION = 15;
const EXTENSIONS = ['pg_trgm', 'unaccent'];
/** Besides DATABASE_POOL one process holds these: jobs, changes of others, its presence, a look, four behind the wall. */
const MORE_CONNECTIONS = 14;

/**
 * @typedef {object} Facts
 * @property {string} encoding
 * @property {boolean} readOnly
 * @property {string} role
 * @property {string} database
 * @property {boolean} mayCreate
 * @property {string | null} foreign a table that belongs to somebody else
 * @property {string[] | null} missing extensions nobody has installed
 * @property {string[] | null} forbidden extensions this role may not set up
 * @property {number} places connections the database allows
 * @property {number} taken connections of other programs
 * @property {number | null} limit what database and role of the running program allow
 * @property {number} needed
 */

const FACTS = `
SELECT
  current_setting('server_encoding') AS encoding,
  pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on' AS "readOnly",
  current_user AS role,
  current_database() AS database,
  has_schema_privilege('public', 'CREATE') AND has_schema_privilege('public', 'USAGE')
    AND has_database_privilege(current_database(), 'CREATE') AS "mayCreate",
  (SELECT string_agg(c.relname, ', ') FROM pg_class c
   WHERE c.relnamespace = 'public'::regnamespace AND c.relname = '_prisma_migrations'
     AND NOT pg_has_role(c.relowner, 'USAGE')) AS foreign,
  (SELECT array_agg(wanted.name) FROM unnest($1::text[]) AS wanted (name)
   WHERE NOT EXISTS (SELECT FROM pg_extension e WHERE e.extname = wanted.name)
     AND NOT EXISTS (SELECT FROM pg_available_extensions a WHERE a.name = wanted.name)) AS missing,
  (SELECT array_agg(wanted.name) FROM unnest($1::text[]) AS wanted (name)
   WHERE NOT EXISTS (SELECT FROM pg_extension e WHERE e.extname = wanted.name)
     AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
     AND NOT EXISTS (SELECT FROM pg_available_extension_versions v
                     WHERE v.name = wanted.name AND (v.trusted OR NOT v.superuser))) AS forbidden,
  current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS places,
  (SELECT count(*)::int FROM pg_stat_activity
   WHERE backend_type = 'client backend' AND application_name NOT LIKE 'stadtteilforum%') AS taken,
  (SELECT least(nullif(datconnlimit, -1), (SELECT nullif(rolconnlimit, -1) FROM pg_roles WHERE rolname = $2))
   FROM pg_database WHERE datname = current_database()) AS limit`;

/** @type {readonly { isBroken: (facts: Facts) => unknown, sentence: (facts: Facts) => string }[]} */
const OBSTACLES = [
  {
    isBroken: ({ encoding }) => encoding !== 'UTF8',
    sentence: ({ database, encoding }) =>
      `Die Datenbank „${database}“ speichert Text als ${encoding}; es braucht UTF8. Bitte neu anlegen: CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8'.`,
  },
  {
    isBroken: ({ readOnly }) => readOnly,
    sentence: ({ database }) =>
      `Die Datenbank „${database}“ lässt sich nur lesen: Sie ist eine Kopie (Replica), oder so eingestellt. Bitte die Adresse der führenden Datenbank setzen.`,
  },
  {
    isBroken: ({ foreign }) => foreign,
    sentence: ({ role }) =>
      `Die Tabellen gehören einer anderen Rolle als „${role}“. Bitte in DATABASE_OWNER_URL die Rolle setzen, die sie angelegt hat.`,
  },
  {
    isBroken: ({ mayCreate }) => !mayCreate,
    sentence: ({ role, database }) =>
      `Die Rolle „${role}“ darf in der Datenbank „${database}“ nichts anlegen. Bitte: ALTER DATABASE "${database}" OWNER TO "${role}"; und dort: GRANT ALL ON SCHEMA public TO "${role}";`,
  },
  {
    isBroken: ({ missing }) => missing,
    sentence: ({ missing }) =>
      `Der Datenbank fehlt die Erweiterung ${missing?.join(' und ')}. Bitte installieren; in Debian steht sie im Paket postgresql-contrib.`,
  },
  {
    isBroken: ({ forbidden }) => forbidden,
    sentence: ({ forbidden, role }) =>
      `Die Rolle „${role}“ darf die Erweiterung ${forbidden?.join(' und ')} nicht einrichten. Bitte einmal als Verwalter: ${forbidden?.map((name) => `CREATE EXTENSION ${name};`).join(' ')}`,
  },
  {
    isBroken: ({ places, limit, needed }) => Math.min(places, limit ?? places) < needed,
    sentence: ({ places, limit, needed }) =>
      `Die Datenbank lässt höchstens ${Math.min(places, limit ?? places)} Verbindungen zu, dieses Programm braucht bis zu ${needed}. Bitte DATABASE_POOL senken oder der Datenbank mehr erlauben.`,
  },
];

/**
 * @param {Client} client the owner's
 * @param {{ workRole: string, pool: number }} wish
 * @returns {Promise<string[]>} what is not wrong but worth knowing
 * @throws {Obstacle}
 */
export async function checkFitness(client, { workRole, pool }) {
  await checkVersion(client);
  const { rows } = await client.query(FACTS, [EXTENSIONS, workRole]);
  /** @type {Facts} */
  const facts = { ...rows[0], needed: pool + MORE_CONNECTIONS };
  const obstacle = OBSTACLES.find(({ isBroken }) => isBroken(facts));
  if (obstacle) throw new Obstacle(obstacle.sentence(facts));
  const free = facts.places - facts.taken;
  if (free >= facts.needed) return [];
  return [
    `Andere Programme nutzen ${facts.taken} von ${facts.places} Verbindungen der Datenbank; hier werden bis zu ${facts.needed} gebraucht.`,
  ];
}

/** @param {Client} client */
async function checkVersion(client) {
  const { rows } = await client.query(
    "SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number",
  );
  const { version, number } = rows[0];
  if (number >= LEAST_VERSION * 10_000) return;
  throw new Obstacle(
    `Die Datenbank ist PostgreSQL ${version}; es braucht ${LEAST_VERSION} oder neuer.`,
  );
}

/** What the running program cannot do without; the rest it shows by itself. */
const WORK_RIGHTS = `
SELECT has_schema_privilege('public', 'USAGE') AND has_schema_privilege('graphile_worker', 'USAGE')
  AND has_table_privilege('office_settings', 'SELECT') AND has_table_privilege('users', 'SELECT')
  AND has_table_privilege('outgoing_mails', 'INSERT')
  AND has_table_privilege('graphile_worker._private_jobs', 'SELECT, UPDATE') AS enough`;

/**
 * Proves that the running program can do what it has to: with its own role, in the same database.
 * @param {Client} client the owner's, in the database that was just brought up to date
 * @param {Target} work the running program's
 */
export async function checkWorkRole(client, work) {
  const key = randomInt(2 ** 31);
  await client.query('SELECT pg_advisory_lock($1, $2)', [LOOK_FOR_ME, key]);
  await withConnection(work, async (worker) => {
    const { rows } = await worker.query(SEES_LOCK, [LOOK_FOR_ME, key]);
    if (rows[0].count === 0) {
      throw new Obstacle(
        'DATABASE_URL und DATABASE_OWNER_URL führen nicht in dieselbe Datenbank. Bitte Rechner, Anschluss und Namen vergleichen.',
      );
    }
    const rights = await worker.query(WORK_RIGHTS);
    if (rights.rows[0].enough) return;
    throw new Obstacle(
      `Der Rolle „${worker.user}“ aus ${work.setting} fehlen Rechte, die ihr der Start nicht geben konnte. Bitte in DATABASE_OWNER_URL die Rolle setzen, der die Tabellen gehören.`,
    );
  });
  await client.query('SELECT pg_advisory_unlock($1, $2)', [LOOK_FOR_ME, key]);
}

/** Advisory locks are seen within one database only, so whoever sees this one is in the same. */
const LOOK_FOR_ME = 7_310_045;
const SEES_LOCK = `
SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory' AND classid = $1::bigint AND objid = $2::bigint
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
