import { startEmbeddedPostgres } from '../embedded-postgres.mjs';

/**
 * @typedef {object} Provided
 * @property {import('./connection.mjs').Target} owner for migrations
 * @property {import('./connection.mjs').Target} work for the running app
 * @property {{ start: () => Promise<import('../embedded-postgres.mjs').EmbeddedPostgres>, running: import('../embedded-postgres.mjs').EmbeddedPostgres } | null} embedded
 *   the database that comes along, where no other is set
 */

/**
 * @param {Readonly<import('../../core/env.mjs').Env>} settings
 * @param {(line: string) => void} note
 * @returns {Promise<Provided>}
 */
export async function provideDatabase(settings, note) {
  if (settings.DATABASE_URL !== '') {
    const work = { url: settings.DATABASE_URL, setting: 'DATABASE_URL' };
    const url = settings.DATABASE_OWNER_URL;
    const owner = url === '' ? work : { url, setting: 'DATABASE_OWNER_URL' };
    return { owner, work, embedded: null };
  }
  const start = () => startEmbeddedPostgres({ dataDir: settings.DATA_DIR, log: note });
  const running = await start();
  const setting = `${settings.DATA_DIR} (eingebaute Datenbank)`;
  return {
    owner: { url: running.url, setting },
    work: { url: running.workUrl, setting },
    embedded: { start, running },
  };
}
