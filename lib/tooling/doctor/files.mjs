import { randomUUID } from 'node:crypto';
import { openStorage } from '../../files/storage.mjs';
import { withConnection } from '../database/connection.mjs';
import { sayer, textOf } from './finding.mjs';

/**
 * @typedef {import('./finding.mjs').Finding} Finding
 * @typedef {import('../../core/env.mjs').Env} Env
 * @typedef {import('../../files/storage.mjs').Storage} Storage
 */

/** The newest; whoever lost these lost more. */
const LOOKED_AT = 500;

/**
 * Whether the store for files answers, and whether what rows name lies in it.
 * @param {Readonly<Env>} env
 * @returns {Promise<Finding[]>}
 */
export async function checkFiles(env) {
  const say = sayer('Dateien');
  const storage = openStorage(env);
  const place = env.BUCKET === null ? env.DATA_DIR : `${env.BUCKET.endpoint}/${env.BUCKET.bucket}`;
  try {
    await storage.has(randomUUID());
  } catch (error) {
    return [
      say(
        'bad',
        `Der Dateispeicher ${place} gibt keine Auskunft (${textOf(error)}). Bitte S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_KEY_ID und S3_SECRET prüfen; der Schlüssel muss lesen, schreiben, löschen und auflisten dürfen.`,
      ),
    ];
  }
  const missing = await missingOf(env, storage).catch(() => null);
  if (missing === null) return [say('good', `${place} antwortet.`)];
  if (missing.length === 0) return [say('good', `${place} antwortet, und es fehlt nichts.`)];
  return [
    say(
      'bad',
      `In ${place} fehlen Dateien, die gebraucht werden: ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ' und weitere' : ''}. Eine Sicherung von vorher bringt sie zurück: npm run restore -- DATEI`,
    ),
  ];
}

/**
 * @param {Readonly<Env>} env @param {Storage} storage
 * @returns {Promise<string[] | null>} `null`: there is no database to ask
 */
async function missingOf({ DATABASE_URL, DATABASE_OWNER_URL }, storage) {
  if (DATABASE_URL === '') return null;
  const target = { url: DATABASE_OWNER_URL || DATABASE_URL, setting: 'DATABASE_URL' };
  const named = await withConnection(target, async (client) => {
    const { rows } = await client.query(
      `SELECT id FROM stored_files WHERE kept_at IS NOT NULL AND freed_at IS NULL
       ORDER BY kept_at DESC LIMIT ${LOOKED_AT}`,
    );
    return rows.map(({ id }) => String(id));
  });
  /** @type {string[]} */
  const missing = [];
  for (const key of named) if (!(await storage.has(key))) missing.push(key);
  return missing;
}
