import { spawnApp, waitUntilHealthy } from './app-process.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { fillWhenEmpty } from './fill.mjs';
import { migrate } from './migrate.mjs';
import { choosePort } from './ports.mjs';
import { grantRights } from './rights.mjs';
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
 */

/**
 * @param {InstanceOptions} options
 * @returns {Promise<{ owner: string, work: string }>} addresses of the database: for migrations, and
 *   for the running app
 */
async function provideDatabase({ settings, steps, onCleanup }) {
  if (settings.DATABASE_URL !== '') {
    const owner = settings.DATABASE_OWNER_URL || settings.DATABASE_URL;
    return { owner, work: settings.DATABASE_URL };
  }
  return await steps.step('Datenbank starten', async (say) => {
    const postgres = await startEmbeddedPostgres({ dataDir: settings.DATA_DIR, log: steps.note });
    onCleanup(() => postgres.stop());
    if (postgres.reused) say('lief noch');
    return { owner: postgres.url, work: postgres.workUrl };
  });
}

/** @param {Steps} steps @param {{ owner: string, work: string }} database */
async function updateDatabase({ step, note }, { owner, work }) {
  await step('Datenbank aktualisieren', async (say) => {
    const applied = await migrate(owner);
    say(applied.length === 0 ? 'nichts zu tun' : applied.join(', '));
  });
  if (await grantRights(owner, work)) return;
  note(
    'Die Datenbank-Rolle des Programms darf auch in die Urne sehen. Sicherer ist eine eigene, die sonst nichts darf: siehe DATABASE_OWNER_URL in der README.',
  );
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
 * @returns {Promise<{ app: import('./app-process.mjs').AppProcess, address: string, lines: string[] }>}
 */
export async function startInstance(options) {
  const { settings, steps, serverArgs = [], checkStop, onCleanup } = options;
  const database = await provideDatabase(options);
  checkStop();
  await updateDatabase(steps, database);
  checkStop();
  const port = await choosePort(settings.PORT, steps.note);
  const env = serverEnvironment(settings, database.work, port);
  // What fills the database reads its settings like the server does.
  Object.assign(process.env, env);
  const lines = await fillWhenEmpty({ databaseUrl: database.owner, env: settings, steps });
  checkStop();
  const app = await steps.step('Server starten', async () => {
    const started = spawnApp({ env, args: serverArgs });
    onCleanup(() => started.stop());
    await waitUntilHealthy(started, () => {
      checkStop();
      return false;
    });
    return started;
  });
  return { app, address: env.APP_URL ?? '', lines };
}
