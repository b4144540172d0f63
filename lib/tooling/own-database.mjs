import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { migrate } from './migrate.mjs';
import { grantRights } from './rights.mjs';
import { copyTemplate, databaseNamed } from './test-server.mjs';

/** Where an instance of one's own gets its database from. */

/**
 * @typedef {object} SetUp
 * @property {string} dataDir
 * @property {boolean} demo
 *
 * @typedef {object} Database
 * @property {string} url the owner's
 * @property {string} workUrl
 * @property {string} adminUrl
 * @property {string} [secret] with which what is in it was made
 * @property {() => Promise<void>} stop
 * @property {() => Promise<Database>} start once more
 * @property {() => Promise<void>} remove
 */

/**
 * @param {string[]} preload
 * @param {SetUp} setUp
 * @returns {Promise<Database>}
 */
export async function startDatabase(preload, setUp) {
  const { dataDir } = setUp;
  const start = async () => {
    const { url, workUrl, adminUrl, stop, remove } = await startEmbeddedPostgres({
      dataDir,
      preload,
    });
    return { url, workUrl, adminUrl, stop, remove, start };
  };
  const database = await start();
  await migrate(database.url);
  await grantRights(database.url, database.workUrl);
  return database;
}

let borrowed = 0;

/**
 * @param {string} serverUrl
 * @param {SetUp} setUp
 * @returns {Promise<Database>}
 */
export async function borrowDatabase(serverUrl, { demo }) {
  const { E2E_WORK_URL: workUrl = '', E2E_TEMPLATE = '', E2E_DEMO = '', E2E_SECRET } = process.env;
  borrowed += 1;
  const { url, drop } = await copyTemplate(
    serverUrl,
    demo ? E2E_DEMO : E2E_TEMPLATE,
    `own_${borrowed}`,
  );
  const database = {
    url,
    workUrl: databaseNamed(workUrl, new URL(url).pathname.slice(1)),
    adminUrl: '',
    ...(demo && E2E_SECRET ? { secret: E2E_SECRET } : {}),
    stop: async () => {
      throw new Error('this server is not ours alone');
    },
    start: async () => database,
    remove: drop,
  };
  return database;
}
