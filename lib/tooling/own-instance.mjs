import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { spawnApp, waitUntilReady } from './app-process.mjs';
import { problemsInLog } from './log-check.mjs';
import { borrowDatabase, startDatabase } from './own-database.mjs';
import { nodePath, sparingOptions } from './own-node.mjs';
import { anyFreePort } from './ports.mjs';
import { seed } from './seed.mjs';

/**
 * @typedef {object} InstanceOptions
 * @property {boolean} [demo] filled as demo, or as an empty office
 * @property {Record<string, string>} [env] settings besides the usual ones
 */

/**
 * The built app with a database of its own, to be mistreated without touching anything else. One
 * forwarded address is believed, so that each visitor can have one.
 * In a run of the journeys the database is a copy on the server of that run, ready in a moment.
 *
 * @param {InstanceOptions} [options]
 */
export function openInstance(options = {}) {
  const { E2E_SERVER_URL: serverUrl = '' } = process.env;
  return serverUrl
    ? open(options, (setUp) => borrowDatabase(serverUrl, setUp))
    : openAlone(options);
}

/**
 * The same with a database server of its own, whose plug can be pulled and whose files can be read.
 * @param {InstanceOptions & { preload?: string[] }} [options]
 */
export function openAlone({ preload = [], ...options } = {}) {
  return open(options, (setUp) => startDatabase(preload, setUp));
}

/**
 * @param {InstanceOptions} options
 * @param {(setUp: import('./own-database.mjs').SetUp) => Promise<import('./own-database.mjs').Database>} provide
 */
async function open({ demo = true, env: more = {} }, provide) {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-own-'));
  // Otherwise root's database would move to a place that is not deleted with the folder.
  fs.chmodSync(dataDir, 0o711);
  let postgres = await provide({ dataDir, demo });
  const secret = postgres.secret ?? randomBytes(32).toString('base64url');
  const env = {
    ...(await settingsFor(dataDir, postgres.workUrl, demo)),
    AUTH_SECRET: secret,
    ...more,
  };
  const restoreEnv = lendEnv(env);
  const lines = await fillOwn(postgres, env, Object.keys(more));
  const logFile = path.join(dataDir, 'app.log');
  const startApp = (others = {}) => startedApp({ ...env, ...others }, logFile);
  let app = await startApp();
  const beginDatabase = async () => {
    postgres = await postgres.start();
  };
  return {
    url: env.APP_URL,
    /** The owner's: for looking and meddling. */
    databaseUrl: postgres.url,
    /** What the app itself uses. */
    workUrl: postgres.workUrl,
    adminUrl: postgres.adminUrl,
    ...{ dataDir, logFile, secret: env.AUTH_SECRET ?? '' },
    /** What the start would tell whoever started. */
    lines,
    /** Another process of the app on the same database; its address. @param {Record<string, string>} [more] settings */
    async openSecondApp(more = {}) {
      const other = await anyFreePort();
      const address = `http://127.0.0.1:${other}`;
      const second = await startApp({ PORT: String(other), APP_URL: address, ...more });
      return { url: address, pid: second.pid, close: () => second.stop() };
    },
    stopDatabase: () => postgres.stop(),
    startDatabase: beginDatabase,
    /** Pulls the plug of app and database at once. */
    killEverything: () => pullPlug(app, postgres.adminUrl),
    async startAgain() {
      await beginDatabase();
      app = await startApp();
    },
    killApp: () => app.kill(),
    async startAppAgain() {
      app = await startApp();
    },
    /** @throws when the log tells what it must not */
    async close() {
      await app.stop();
      await postgres.remove();
      restoreEnv();
      checkLogAndRemove(dataDir, logFile);
    },
  };
}

/** @type {string[] | undefined} */
let nodeArgs;

/** @param {Record<string, string>} env @param {string} logFile */
async function startedApp(env, logFile) {
  nodeArgs ??= sparingOptions(nodePath());
  const app = spawnApp({ env, nodeArgs, logFile });
  await waitUntilReady(app);
  return app;
}

/** @param {import('./app-process.mjs').AppProcess} app @param {string} adminUrl */
async function pullPlug(app, adminUrl) {
  const postmaster = await postmasterOf(adminUrl);
  app.kill();
  process.kill(postmaster, 'SIGKILL');
}

/**
 * As long as the instance is there, the process that opened it has its settings; what runs after it
 * in the same process must not.
 * @param {Record<string, string>} env
 */
function lendEnv(env) {
  const before = Object.keys(env).map((name) => /** @type {const} */ ([name, process.env[name]]));
  return () => {
    for (const [name, value] of before) setOrDelete(name, value);
  };
}

/** @param {string} name @param {string | undefined} value */
function setOrDelete(name, value) {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

/**
 * @param {{ url: string }} postgres
 * @param {Record<string, string>} env
 * @param {readonly string[]} passing settings of this instance alone
 */
async function fillOwn({ url }, env, passing) {
  // Filling reads its settings as the server does, and so does whoever acts as a visitor.
  const before = passing.map((name) => /** @type {const} */ ([name, process.env[name]]));
  Object.assign(process.env, env);
  try {
    return (await seed({ databaseUrl: url, terminal: true })).lines;
  } finally {
    for (const [name, value] of before) setOrDelete(name, value);
  }
}

/**
 * @param {string} dataDir
 * @param {string} logFile
 */
function checkLogAndRemove(dataDir, logFile) {
  const problems = problemsInLog(fs.readFileSync(logFile, 'utf8'));
  fs.rmSync(dataDir, { recursive: true, force: true });
  if (problems.length > 0) throw new Error(problems.slice(0, 20).join('\n'));
}

/**
 * @param {string} dataDir
 * @param {string} databaseUrl
 * @param {boolean} demo
 */
async function settingsFor(dataDir, databaseUrl, demo) {
  const port = await anyFreePort();
  return {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: '20',
    DATA_DIR: dataDir,
    DEMO: demo ? '1' : '0',
    HOST: '127.0.0.1',
    PORT: String(port),
    APP_URL: `http://127.0.0.1:${port}`,
    TRUST_PROXY: '1',
    LOG_REQUESTS: process.env.LOG_REQUESTS ?? '',
  };
}

/**
 * Number of the server's first process.
 * @param {string} adminUrl
 */
async function postmasterOf(adminUrl) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query('SHOW data_directory');
  await client.end();
  const [pid] = fs
    .readFileSync(path.join(rows[0].data_directory, 'postmaster.pid'), 'utf8')
    .split('\n');
  return Number(pid);
}

/** @typedef {Awaited<ReturnType<typeof open>>} OwnInstance */
