import fs from 'node:fs';
import path from 'node:path';
import { runMigrations as migrateJobs } from 'graphile-worker';
import { PATIENCE, patiently } from './database/patience.mjs';
import { applyStandingSql } from './database/standing-sql.mjs';
import { underStartLock } from './database/start-lock.mjs';
import { Obstacle, PROJECT_ROOT } from './project.mjs';
import { NO_FILTERS, withSchemaEngine } from './schema-engine.mjs';

/**
 * Applies and writes migrations.
 *
 * `db:diff` compares two descriptions, never a database: the schema as it was when the last
 * migration was written (kept whole in `prisma/migrations/schema.lock.prisma`) and the schema of
 * today. What Prisma cannot describe (partial indexes, CHECK constraints, extensions) is written by hand
 * into the migration; as no comparison ever looks at it, none can undo it. Functions and triggers stand in
 * `prisma/sql`.
 */

const LOCK_NAME = 'schema.lock.prisma';
const HISTORY_TABLE_LOCK = 'provider = "postgresql"\n';

/** @param {string} prismaDir */
const places = (prismaDir) => ({
  schema: path.join(prismaDir, 'schema'),
  migrations: path.join(prismaDir, 'migrations'),
  lock: path.join(prismaDir, 'migrations', LOCK_NAME),
});
/** What a start says it has brought, beside migrations. */
const STANDING_SQL = 'prisma/sql';
const PRISMA_DIR = path.join(PROJECT_ROOT, 'prisma');

/** @param {string} migrations */
function migrationNames(migrations) {
  if (!fs.existsSync(migrations)) return [];
  return fs
    .readdirSync(migrations, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * @param {string} migrations
 * @returns {import('@prisma/schema-engine-wasm').MigrationList}
 */
function readMigrations(migrations) {
  return {
    baseDir: migrations,
    lockfile: { path: 'migration_lock.toml', content: HISTORY_TABLE_LOCK },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(migrations).map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: /** @type {const} */ ('ok'),
          value: fs.readFileSync(path.join(migrations, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  };
}

/**
 * Migrations that were begun and never finished, because somebody pulled the plug. Each runs in
 * one transaction, so nothing of them is left in the database and they may simply run again.
 * @param {import('pg').Client} client
 * @returns {Promise<string[]>}
 */
async function interruptedMigrations(client) {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
  if (table.rows[0].found === null) return [];
  const { rows } = await client.query(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  );
  return rows.map((row) => String(row.migration_name));
}

/** @param {unknown} error */
const sentenceOf = (error) =>
  (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' ').trim();

/**
 * @typedef {object} MigrateOptions
 * @property {string} [prismaDir]
 * @property {readonly string[]} [only] names of those to be applied; all where nothing is said. Tables of an
 *   earlier time keep the functions of that time
 * @property {import('./database/patience.mjs').Patience} [patience]
 */

/**
 * Brings the database up to date with `prisma/migrations` and `prisma/sql`.
 *
 * @param {string} databaseUrl
 * @param {MigrateOptions} [options]
 * @returns {Promise<string[]>} the names of what was applied now
 * @throws {Obstacle} when the database cannot be reached or a migration fails; it is then as before
 */
export function migrate(databaseUrl, options) {
  return underStartLock({ url: databaseUrl, setting: 'DATABASE_URL' }, (client) =>
    applyMigrations(client, databaseUrl, options),
  );
}

/**
 * The same for who holds the lock of the start already.
 * @param {import('pg').Client} client
 * @param {string} databaseUrl
 * @param {MigrateOptions} [options]
 * @returns {Promise<string[]>}
 */
export async function applyMigrations(client, databaseUrl, options = {}) {
  const { prismaDir = PRISMA_DIR, only, patience = PATIENCE } = options;
  const all = readMigrations(places(prismaDir).migrations);
  const wanted = all.migrationDirectories.filter(({ path: name }) => only?.includes(name) ?? true);
  const migrationsList = { ...all, migrationDirectories: wanted };
  try {
    const applied = await patiently('Die Tabellen der Datenbank lassen sich', patience, () =>
      applyList(client, databaseUrl, migrationsList, patience.lockMs),
    );
    // The queue keeps its own tables and its own list of what was applied.
    await migrateJobs({ connectionString: databaseUrl });
    const isRenewed = only === undefined && (await applyStandingSql(client, prismaDir));
    return isRenewed ? [...applied, STANDING_SQL] : applied;
  } catch (error) {
    if (error instanceof Obstacle) throw error;
    const [name] = await interruptedMigrations(client);
    throw new Obstacle(
      `Die Datenbank lässt sich nicht aktualisieren (${name ?? 'keine Migration begonnen'}): ${sentenceOf(error)}`,
    );
  }
}

/**
 * @param {import('pg').Client} client
 * @param {string} databaseUrl
 * @param {import('@prisma/schema-engine-wasm').MigrationList} migrationsList
 * @param {number} lockMs
 * @returns {Promise<string[]>} what is new; tried again, without those that were done before it failed
 */
async function applyList(client, databaseUrl, migrationsList, lockMs) {
  const interrupted = await interruptedMigrations(client);
  /** @param {import('./schema-engine.mjs').SchemaEngine} engine */
  const work = async (engine) => {
    for (const migrationName of interrupted)
      await engine.markMigrationRolledBack({ migrationName });
    const result = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    return result.appliedMigrationNames;
  };
  return withSchemaEngine(databaseUrl, work, lockMs);
}

/** @param {string} [prismaDir] */
export const knownMigrations = (prismaDir = PRISMA_DIR) =>
  migrationNames(places(prismaDir).migrations);

/**
 * What a later version of this program has done to the database.
 * @param {import('pg').Client} client
 * @returns {Promise<string[]>}
 */
export async function laterMigrations(client) {
  const table = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
  if (table.rows[0].found === null) return [];
  const known = knownMigrations();
  const { rows } = await client.query(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  );
  return rows.map(({ name }) => String(name)).filter((name) => !known.includes(name));
}

/** @param {string} schema @returns {import('@prisma/schema-engine-wasm').SchemaContainer[]} */
function readSchema(schema) {
  return fs
    .readdirSync(schema)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: fs.readFileSync(path.join(schema, name), 'utf8') }));
}

/** @param {{ content: string }[]} files */
const joinSchema = (files) =>
  [
    '// The schema as of the last migration, written by `npm run db:diff`. Not to be edited.',
    ...files.map((file) => file.content.trim()),
  ].join('\n\n');

/**
 * Whether the schema has changed since the last migration was written. Comments count: the copy
 * shall be the schema, so that nobody has to ask which of the two is right.
 * @param {string} [prismaDir]
 */
export function isSchemaMigrated(prismaDir = PRISMA_DIR) {
  const { schema, lock } = places(prismaDir);
  const current = `${joinSchema(readSchema(schema))}\n`;
  return fs.existsSync(lock) && fs.readFileSync(lock, 'utf8') === current;
}

/** @param {Date} at */
const stamp = (at) => at.toISOString().replace(/\D/g, '').slice(0, 14);

/**
 * Writes the migration from the schema of the last migration to the schema of today.
 *
 * @param {string} name what changes, in a word or two
 * @param {{ databaseUrl: string, prismaDir?: string, at?: Date }} options the engine wants a
 *   connection; it changes nothing there
 * @returns {Promise<string | null>} path of the new `migration.sql`, `null` when nothing changed
 */
export async function writeMigration(
  name,
  { databaseUrl, prismaDir = PRISMA_DIR, at = new Date() },
) {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  if (slug === '') {
    throw new Obstacle('Bitte einen Namen angeben: npm run db:diff -- add_contact_phone');
  }
  const { schema, migrations, lock } = places(prismaDir);
  const files = readSchema(schema);
  /** @type {import('@prisma/schema-engine-wasm').DiffTarget} */
  const from = fs.existsSync(lock)
    ? {
        tag: 'schemaDatamodel',
        files: [{ path: LOCK_NAME, content: fs.readFileSync(lock, 'utf8') }],
      }
    : { tag: 'empty' };
  const { stdout, exitCode } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from,
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: NO_FILTERS,
    }),
  );
  fs.mkdirSync(migrations, { recursive: true });
  fs.writeFileSync(path.join(migrations, 'migration_lock.toml'), HISTORY_TABLE_LOCK);
  // A changed comment changes no table, but the copy follows it.
  fs.writeFileSync(lock, `${joinSchema(files)}\n`);
  if (exitCode === 0) return null;
  const folder = path.join(migrations, `${stamp(at)}_${slug}`);
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'migration.sql'), stdout ?? '');
  return path.join(folder, 'migration.sql');
}
