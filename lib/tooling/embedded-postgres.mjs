import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { walledUrl } from '../core/walled-url.mjs';
import { provideBinaries } from './postgres/binaries.mjs';
import { ADMIN_ROLE, launch, provideCluster } from './postgres/cluster.mjs';
import { explainFault } from './postgres/faults.mjs';
import { placeCluster, removeCluster, removeSocketDir } from './postgres/placement.mjs';
import { isPostgres, readPostmaster, shutDown } from './postgres/postmaster.mjs';
import { oneAtATime } from './postgres/starting-lock.mjs';
import { Obstacle } from './project.mjs';

/**
 * @typedef {import('./postgres/cluster.mjs').Cluster} Cluster
 *
 * @typedef {object} EmbeddedPostgres
 * @property {string} url owner of the database, not a superuser: migrations and first content
 * @property {string} workUrl for the running app: may not look into the ballot box
 * @property {string} adminUrl for what only a superuser may do (extensions of the bench, tests)
 * @property {boolean} reused whether the server was already running
 * @property {string} data PostgreSQL's own folder
 * @property {string} log what the server has to say
 * @property {() => Promise<void>} stop ends the server unless another process still uses it
 * @property {() => Promise<void>} remove the same, and deletes all data: for throw-away clusters
 */

/**
 * @typedef {object} StartOptions
 * @property {string} dataDir the product's data folder; the cluster lives in or beside it
 * @property {(line: string) => void} [log]
 * @property {string[]} [preload] libraries for `shared_preload_libraries`
 * @property {Record<string, string>} [settings] further server settings, for throw-away clusters
 */

const DATABASE = 'stadtteilforum';
const APP_ROLE = 'stadtteilforum';
/** Whom the running app works as; see `rights.mjs`. */
const WORK_ROLE = 'stadtteilforum_app';
const PATIENCE_MS = 60_000;
/**
 * Everyone who uses the server holds this advisory lock, shared, for as long as they live; who
 * can have it alone is the last one and turns off the light. Unlike a list of process numbers
 * such a lock cannot survive a kill -9.
 */
const LEASE = 7_310_042;

const ignore = () => undefined;

/**
 * @param {Cluster} cluster
 * @param {string} role @param {string} password @param {string} database
 */
function urlFor(cluster, role, password, database) {
  const found = readPostmaster(cluster.data);
  const port = found?.port ?? 5432;
  const authority = `${role}:${password}@${found?.socketDir ? 'localhost' : '127.0.0.1'}:${port}`;
  const socket = found?.socketDir ? `?host=${encodeURIComponent(found.socketDir)}` : '';
  return `postgresql://${authority}/${database}${socket}`;
}

/** @param {Cluster} cluster */
const adminUrlOf = (cluster) => urlFor(cluster, ADMIN_ROLE, cluster.passwords.admin, ADMIN_ROLE);

/**
 * Connects to a running server and takes the lease.
 * @param {Cluster} cluster
 * @returns {Promise<import('pg').Client | null>} `null`: it is going down, or not up yet
 */
async function takeLease(cluster) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: adminUrlOf(cluster),
    connectionTimeoutMillis: 5_000,
    application_name: 'stadtteilforum-tooling',
  });
  // The server may be killed under us; that must not take this process along.
  client.on('error', ignore);
  try {
    await client.connect();
    const { rows } = await client.query(
      "SELECT pg_try_advisory_lock_shared($1) AS held, current_setting('data_directory') AS data",
      [LEASE],
    );
    if (rows[0].held && fs.realpathSync(rows[0].data) === fs.realpathSync(cluster.data)) {
      return client;
    }
  } catch {
    // Told apart by the caller: it looks at the process again.
  }
  await client.end().catch(ignore);
  return null;
}

/** @param {import('pg').Client} client @param {string[]} preload */
async function hasPreloaded(client, preload) {
  const { rows } = await client.query('SHOW shared_preload_libraries');
  const loaded = String(rows[0].shared_preload_libraries).split(/\s*,\s*/);
  return preload.every((library) => loaded.includes(library));
}

/**
 * @param {import('pg').Client} client
 * @param {string} role @param {string} password @param {string} rights
 */
async function ensureRole(client, role, password, rights) {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount === 0)
    await client.query(
      `CREATE ROLE ${role} LOGIN ${rights} PASSWORD ${client.escapeLiteral(password)}`,
    );
}

/** @param {import('pg').Client} client @param {Cluster['passwords']} passwords */
async function ensureDatabase(client, passwords) {
  await ensureRole(client, APP_ROLE, passwords.app, 'CREATEDB');
  await ensureRole(client, WORK_ROLE, passwords.worker, '');
  // The owner may make no roles.
  const walled = new URL(
    walledUrl({
      DATABASE_URL: `postgresql://${WORK_ROLE}:${passwords.worker}@localhost`,
      COUNSELLING_DATABASE_URL: '',
    }),
  );
  await ensureRole(client, walled.username, walled.password, '');
  const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (database.rowCount === 0) {
    await client.query(`CREATE DATABASE ${DATABASE} OWNER ${APP_ROLE}`);
  }
}

/** What served a process that was killed is there a moment longer than the process, and is nobody's. */
const LAST_LOOKS = 6;
const LOOK_MS = 50;

/** @param {import('pg').Client} client whether nobody else uses the server */
async function isLast(client) {
  for (let looks = LAST_LOOKS; looks > 0; looks -= 1) {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS last', [LEASE]);
    if (rows[0].last) return true;
    if (looks > 1) await sleep(LOOK_MS);
  }
  return false;
}

/**
 * @param {Cluster} cluster
 * @param {import('pg').Client} client
 * @returns {Promise<boolean>} whether the server is down; `false` when others still use it
 */
async function release(cluster, client) {
  const running = readPostmaster(cluster.data);
  try {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [LEASE]);
    if (!(await isLast(client))) {
      await client.end();
      return false;
    }
  } catch {
    // The connection is gone: the server crashed or somebody stopped it. What is left is ended.
  }
  if (running !== null && isPostgres(running.pid)) await shutDown(cluster.data, running.pid);
  if (running !== null) removeSocketDir(running.socketDir);
  await client.end().catch(ignore);
  return true;
}

/**
 * Joins the running server if it was started with the libraries asked for; ends it otherwise.
 * @param {Cluster} cluster
 * @param {string[]} preload
 */
async function join(cluster, preload) {
  const client = await takeLease(cluster);
  if (client === null || (await hasPreloaded(client, preload))) return client;
  await release(cluster, client);
  return null;
}

/**
 * @param {Cluster} cluster
 * @param {string[]} preload
 * @param {Record<string, string>} settings
 * @returns {Promise<{ client: import('pg').Client, reused: boolean }>}
 */
async function joinOrLaunch(cluster, preload, settings) {
  const end = Date.now() + PATIENCE_MS;
  let reused = true;
  while (Date.now() < end) {
    const running = readPostmaster(cluster.data);
    if (running === null || !isPostgres(running.pid)) {
      if ((await launch(cluster, settings)) === 'ready') reused = false;
    }
    const client = await join(cluster, preload);
    if (client !== null) return { client, reused };
    await sleep(100);
  }
  throw new Obstacle(
    `Die Datenbank in ${cluster.home} läuft, nimmt aber keine Verbindung an. Alles Weitere steht in ${path.join(cluster.home, 'server.log')}.`,
  );
}

/**
 * Starts the PostgreSQL that comes with the product, or joins the one already running for the
 * same data folder (another instance, or one that a killed run left behind).
 *
 * @param {StartOptions} options
 * @returns {Promise<EmbeddedPostgres>}
 * @throws {Obstacle} with a sentence for the person who starts
 */
export async function startEmbeddedPostgres(options) {
  try {
    return await start(options);
  } catch (error) {
    throw explainFault(error, options.dataDir);
  }
}

/**
 * @param {StartOptions} options
 * @returns {Promise<EmbeddedPostgres>}
 */
async function start({ dataDir, log = ignore, preload = [], settings = {} }) {
  const placement = placeCluster(path.resolve(dataDir), log);
  const binaries = provideBinaries(placement);
  const libraries = preload.length > 0 ? { shared_preload_libraries: preload.join(',') } : {};
  const { cluster, client, reused } = await oneAtATime(placement.home, async () => {
    const made = await provideCluster(placement, binaries);
    const joined = await joinOrLaunch(made, preload, { ...settings, ...libraries });
    await ensureDatabase(joined.client, made.passwords);
    return { cluster: made, ...joined };
  });
  /** @type {Promise<boolean> | undefined} */
  let stopping;
  const stop = () => {
    stopping ??= release(cluster, client);
    return stopping;
  };
  return {
    url: urlFor(cluster, APP_ROLE, cluster.passwords.app, DATABASE),
    workUrl: urlFor(cluster, WORK_ROLE, cluster.passwords.worker, DATABASE),
    adminUrl: adminUrlOf(cluster),
    reused,
    data: cluster.data,
    log: path.join(cluster.home, 'server.log'),
    stop: async () => void (await stop()),
    async remove() {
      if (await stop()) removeCluster(placement, path.resolve(dataDir));
    },
  };
}
