import { spawnApp, waitUntilReady } from './app-process.mjs';
import { prepareDatabase } from './database/prepare.mjs';
import { provideDatabase } from './database/provide.mjs';
import { choosePort } from './ports.mjs';
import { DatabaseGuard } from './postgres/guard.mjs';
import { provideSecret } from './secret.mjs';

/**
 * One running instance: database, migrations, first content, server. Used by `npm start` and
 * `npm run dev`, which differ in what they prepare before.
 *
 * @typedef {import('../core/env.mjs').Env} Env
 * @typedef {import('./steps.mjs').Steps} Steps
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
 */

/** @type {Promise<string>} */
const never = new Promise(() => undefined);

/** @param {InstanceOptions} options */
async function openDatabase({ settings, steps, onCleanup }) {
  const provide = () => provideDatabase(settings, steps.note);
  if (settings.DATABASE_URL !== '') return { ...(await provide()), broken: never };
  return await steps.step('Datenbank starten', async (say) => {
    const { owner, work, embedded } = await provide();
    if (!embedded) return { owner, work, broken: never };
    const guard = new DatabaseGuard(embedded.running, { start: embedded.start, note: steps.note });
    onCleanup(() => guard.stop());
    if (embedded.running.reused) say('lief noch');
    return { owner, work, broken: guard.broken };
  });
}

/**
 * What somebody has set the server reads itself, from where it was set; the rest is said here.
 * @param {Readonly<Env>} settings
 * @param {string} databaseUrl
 * @param {number} port
 * @returns {Record<string, string>}
 */
function serverEnvironment(settings, databaseUrl, port) {
  return {
    NODE_ENV: settings.NODE_ENV,
    ...(settings.DATABASE_URL === '' ? { DATABASE_URL: databaseUrl } : {}),
    ...(settings.AUTH_SECRET === '' ? { AUTH_SECRET: provideSecret(settings.DATA_DIR) } : {}),
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
  const { owner, work, broken } = await openDatabase(options);
  checkStop();
  const port = await choosePort(settings.PORT, steps.note);
  const env = serverEnvironment(settings, work.url, port);
  // What fills the database reads its settings like the server does.
  Object.assign(process.env, env);
  const lines = await prepareDatabase({ owner, work, settings, steps, checkStop });
  checkStop();
  const app = await steps.step('Server starten', async () => {
    // The running app never works as the owner of the tables, and does not know how to.
    const asApp = { ...env, DATABASE_OWNER_URL: '', DATABASE_OWNER_URL_FILE: '' };
    const started = spawnApp({ env: asApp, args: serverArgs });
    onCleanup(() => started.stop());
    await waitUntilReady(started, () => {
      checkStop();
      return false;
    });
    return started;
  });
  return { app, address: env.APP_URL ?? '', lines, broken };
}
