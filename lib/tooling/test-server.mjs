import { createHash } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { dropWhenFree } from './database/drop.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { fingerprint } from './fingerprint.mjs';
import { grantedFiles } from './granted.mjs';
import { folderInMemory } from './memory-folder.mjs';
import { migrate } from './migrate.mjs';
import { isAlive } from './postgres/postmaster.mjs';
import { PROJECT_ROOT } from './project.mjs';
import { grantRights } from './rights.mjs';

/**
 * The PostgreSQL of the tests: one for all runs of this checkout, in the machine's memory
 * or its temporary folder. Runs that overlap share it; the last one ends it.
 *
 * @typedef {object} TestServer
 * @property {string} url a role that may create databases but is no superuser
 * @property {string} workUrl the role of the running app
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} remove stops it and deletes it, unless another run still uses it
 */

const TEMPLATE_LOCK = 7_310_043;

/** Nothing here has to survive a power cut, and tests write a lot. */
const THROW_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  // Thousands of connections are made, each by a password that guards nothing.
  scram_iterations: '1',
  max_connections: '300',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
};

/** Two users of one machine shall not meet in the same folder. */
function testDataDir() {
  const key = `${PROJECT_ROOT}\0${process.getuid?.() ?? ''}`;
  const name = createHash('sha256').update(key).digest('hex').slice(0, 12);
  return path.join(folderInMemory(), `stadtteilforum-test-${name}`);
}

/** @returns {Promise<TestServer>} the server named by TEST_DATABASE_URL (and TEST_WORK_URL), else an own one */
export async function startTestServer() {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    const nothing = () => Promise.resolve();
    return {
      url: given,
      workUrl: process.env.TEST_WORK_URL ?? given,
      stop: nothing,
      remove: nothing,
    };
  }
  const dataDir = testDataDir();
  const server = await startEmbeddedPostgres({ dataDir, settings: THROW_AWAY });
  await dropLeftovers(server.url);
  return {
    url: server.url,
    workUrl: server.workUrl,
    stop: server.stop,
    remove: server.remove,
  };
}

/** @param {string} serverUrl @param {string} name */
export function databaseNamed(serverUrl, name) {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/**
 * @template T
 * @param {string} serverUrl
 * @param {(client: pg.Client) => Promise<T>} work
 */
async function onServer(serverUrl, work) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * The migrated, empty database that the others are copied from, made once per state of
 * `prisma/migrations` and `prisma/sql`. It gets its name when it is complete.
 * @param {string} serverUrl
 * @param {string} workUrl the same for the running app
 * @returns {Promise<string>} its name
 */
export function ensureTemplate(serverUrl, workUrl) {
  const sources = [
    'prisma/migrations',
    'prisma/sql',
    'lib/tooling/database/standing-sql.mjs',
    'lib/tooling/rights.mjs',
    'lib/tooling/granted.mjs',
    ...grantedFiles(PROJECT_ROOT),
  ];
  const mark = fingerprint(PROJECT_ROOT, sources).slice(0, 12);
  const name = `test_template_${mark}`;
  const draft = `test_draft_${mark}`;
  return onServer(serverUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) {
      await dropWhenFree(client, draft);
      await client.query(`CREATE DATABASE ${draft}`);
      await migrate(databaseNamed(serverUrl, draft));
      if (workUrl !== serverUrl) await grantRights(databaseNamed(serverUrl, draft), workUrl);
      await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
    }
    return name;
  });
}

/**
 * A database of one's own, a copy of the template. Its name carries the number of this process, so
 * that a later run can tell it from one in use.
 * @param {string} serverUrl
 * @param {string} template
 * @param {string} label distinguishes databases of one process
 * @returns {Promise<{ url: string, drop: () => Promise<void> }>}
 */
export async function copyTemplate(serverUrl, template, label) {
  const name = `test_of_${process.pid}_${label}`;
  await onServer(serverUrl, async (client) => {
    // Of an earlier user of this process that could not clean up; its fault is not the next one's.
    await dropWhenFree(client, name);
    // Copying its files takes a quarter of the time that writing each page to the log anew does.
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
    // What holds for a whole database is not copied with it; see `rights.mjs`.
    await client.query(`REVOKE TEMPORARY, CREATE ON DATABASE ${name} FROM PUBLIC`);
  });
  return {
    url: databaseNamed(serverUrl, name),
    drop: () => onServer(serverUrl, (client) => dropWhenFree(client, name)),
  };
}

/**
 * @param {string} serverUrl
 * @param {readonly string[]} names
 */
export function dropDatabases(serverUrl, names) {
  return onServer(serverUrl, async (client) => {
    for (const name of names) await dropWhenFree(client, name);
  });
}

/** Databases whose run was killed. @param {string} serverUrl */
function dropLeftovers(serverUrl) {
  return onServer(serverUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT datname FROM pg_database WHERE datname ~ '^test_of_[0-9]+_'",
    );
    for (const { datname } of rows) {
      const pid = Number(/^test_of_(\d+)_/.exec(datname)?.[1]);
      if (!isAlive(pid)) await dropWhenFree(client, datname);
    }
  });
}
