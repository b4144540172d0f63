import { spawnApp, waitUntilReady } from './app-process.mjs';
import { prepareDatabase } from './database/prepare.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { choosePort } from './ports.mjs';
import { DatabaseGuard } from './postgres/guard.mjs';
import { provideSecret } from './secret.mjs';

/**
 * One running instance: database, migrations, first content, server. Used by `npm start` and
 * `npm run dev`, which differ in what they prepare before.
 *
 * @typedef {import('../core/env.mjs').Env} Env
 * @typedef {import('./steps.mjs').Steps} Steps
 * @typedef {import('./database/connection.mjs').Target} Target
 *
 * @typedef {object} InstanceOptions
 * @property {Readonly<Env>} settings
 * @property {Steps} steps
 * @property {string[]} [serverArgs]
 * @property {() => void} checkStop throws when somebody wants to stop
 * @property {(cleanup: () => Promise<unknown>) => void} onCleanup collects what has to be undone
 *
 * @typedef {object} Instance
 * @property {import('./app-process.mjs').AppProcess} app
 * @property {string} address
 * @property {string[]} lines how to sign in
 * @property {Promise<string>} broken settles with a sentence when it cannot go on
 *
 * @typedef {object} Database
 * @property {Target} owner for migrations
 * @property {Target} work for the running app
 * @property {Promise<string>} broken
 */

/** @type {Promise<string>} */
const never = new Promise(() => undefined);

/**
 * @param {InstanceOptions} options
 * @returns {Promise<Database>}
 */
async function provideDatabase({ settings, steps, onCleanup }) {
  if (settings.DATABASE_URL !== '') {
    const work = { url: settings.DATABASE_URL, setting: 'DATABASE_URL' };
    const ownerUrl = settings.DATABASE_OWNER_URL;
    const owner = ownerUrl === '' ? work : { url: ownerUrl, setting: 'DATABASE_OWNER_URL' };
    return { owner, work, broken: never };
  }
  return await steps.step('Datenbank starten', async (say) => {
    const start = () => startEmbeddedPostgres({ dataDir: settings.DATA_DIR, log: steps.note });
    const postgres = await start();
    const guard = new DatabaseGuard(postgres, { start, note: steps.note });
    onCleanup(() => guard.stop());
    if (postgres.reused) say('lief noch');
    const setting = `${settings.DATA_DIR} (eingebaute Datenbank)`;
    return {
      owner: { url: postgres.url, setting },
      work: { url: postgres.workUrl, setting },
      broken: guard.broken,
    };
  });
}

/**
 * @param {Readonly<Env>} settings
 * @param {string} databaseUrl
 * @param {number} port
 * @returns {Record<string, string>}
 */
function serverEnvironment(settings, databaseUrl, port) {
  return {
    NODE_ENV: settings.NODE_ENV,
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: settings.AUTH_SECRET || provideSecret(settings.DATA_DIR),
    DATA_DIR: settings.DATA_DIR,
    HOST: settings.HOST,
    PORT: String(port),
    // Without an address of its own the instance is reached where it listens.
    APP_URL: process.env.APP_URL ? settings.APP_URL : `http://localhost:${port}`,
  };
}

/**
 * @param {InstanceOptions} options
 * @returns {Promise<Instance>}
 */
export async function startInstance(options) {
  const { settings, steps, serverArgs = [], checkStop, onCleanup } = options;
  const { owner, work, broken } = await provideDatabase(options);
  checkStop();
  const port = await choosePort(settings.PORT, steps.note);
  const env = serverEnvironment(settings, work.url, port);
  // What fills the database reads its settings like the server does.
  Object.assign(process.env, env);
  const lines = await prepareDatabase({ owner, work, settings, steps, checkStop });
  checkStop();
  const app = await steps.step('Server starten', async () => {
    const started = spawnApp({ env, args: serverArgs });
    onCleanup(() => started.stop());
    await waitUntilReady(started, () => {
      checkStop();
      return false;
    });
    return started;
  });
  return { app, address: env.APP_URL ?? '', lines, broken };
}
