import { connect } from '../database/connection.mjs';
import { dropWhenFree } from '../database/drop.mjs';
import { Obstacle } from '../project.mjs';
import { forgetFiles } from './files.mjs';

/**
 * A database beside another one, to be filled in peace, and to take its place at the end.
 *
 * @typedef {import('pg').Client} Client
 * @typedef {import('../database/connection.mjs').Target} Target
 */

/** Databases that are always there; renaming needs a place to stand on. */
const ELSEWHERE = ['postgres', 'template1'];
const MOST_NAME = 63;
const BEFORE = '_before_restore_';

/** @param {string} url */
const nameOf = (url) => decodeURIComponent(new URL(url).pathname.slice(1));

/** @param {Target} target @param {string} name @returns {Target} */
export function named(target, name) {
  const url = new URL(target.url);
  url.pathname = `/${encodeURIComponent(name)}`;
  return { ...target, url: url.href };
}

/** @param {string} name @param {string} suffix */
const beside = (name, suffix) => `${name.slice(0, MOST_NAME - suffix.length)}${suffix}`;

/** @param {Date} at */
const stamp = (at) => at.toISOString().replace(/\D/g, '').slice(0, 14);

/**
 * @template T
 * @param {Target} owner
 * @param {(client: Client) => Promise<T>} work
 */
async function elsewhere(owner, work) {
  /** @type {unknown} */
  let first;
  for (const name of ELSEWHERE.filter((each) => each !== nameOf(owner.url))) {
    const client = await connect(named(owner, name)).catch((error) => {
      first ??= error;
      return null;
    });
    if (client === null) continue;
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
  throw first;
}

/**
 * Somebody who goes on writing would write into what is put aside.
 * @param {Client} client
 * @param {string} name
 */
async function refuseWhileInUse(client, name) {
  const { rows } = await client.query(
    // The database's own workers (vacuum, say) write nothing of anybody's; what others are is told to few.
    `SELECT DISTINCT application_name AS name FROM pg_stat_activity
     WHERE datname = $1 AND pid <> pg_backend_pid() AND coalesce(backend_type, 'client backend') = 'client backend'`,
    [name],
  );
  if (rows.length === 0) return;
  const who = rows.map((row) => row.name || 'ohne Namen').join(', ');
  throw new Obstacle(
    `Die Datenbank „${name}“ wird noch benutzt (${who}). Bitte das Programm erst beenden, dann noch einmal.`,
  );
}

/** @type {Readonly<Record<string, (locale: string) => string>>} by PostgreSQL's letter for it */
const PROVIDERS = {
  b: (locale) => `LOCALE_PROVIDER builtin BUILTIN_LOCALE ${locale}`,
  c: () => 'LOCALE_PROVIDER libc',
  i: (locale) => `LOCALE_PROVIDER icu ICU_LOCALE ${locale}`,
};

/**
 * Order and upper case shall be as they were.
 * @param {Client} client
 * @param {string} like
 */
async function languageOf(client, like) {
  const { rows } = await client.query(
    `SELECT quote_literal(datcollate) AS collate, quote_literal(datctype) AS ctype, datlocprovider AS provider,
       quote_literal(coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale')) AS locale
     FROM pg_database d WHERE datname = $1`,
    [like],
  );
  if (!rows[0]) return '';
  const { collate, ctype, provider, locale } = rows[0];
  return `LC_COLLATE ${collate} LC_CTYPE ${ctype} ${PROVIDERS[provider]?.(locale) ?? ''}`;
}

/**
 * @param {Client} client
 * @param {string} name
 * @param {string} like
 */
async function createLike(client, name, like) {
  const language = await languageOf(client, like);
  try {
    await client.query(
      `CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8' ${language}`,
    );
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '42501')) throw error;
    throw new Obstacle(
      `Die Rolle „${client.user}“ darf keine Datenbank anlegen; zum Einspielen braucht sie das. Bitte einmal als Verwalter: ALTER ROLE "${client.user}" CREATEDB;`,
    );
  }
}

/**
 * @param {Target} owner of the database the new one resembles; it need not exist
 * @param {'restore' | 'verify'} what
 * @returns {Promise<Target>}
 */
export async function makeBeside(owner, what) {
  const like = nameOf(owner.url);
  const name = beside(like, `_${what}_${stamp(new Date())}`);
  await elsewhere(owner, (client) => createLike(client, name, like));
  return named(owner, name);
}

/** @param {Target} owner */
export async function assertUnused(owner) {
  await elsewhere(owner, (client) => refuseWhileInUse(client, nameOf(owner.url)));
}

/** @param {Target} draft */
export async function dropDatabase(draft) {
  await elsewhere(draft, (client) => dropWhenFree(client, nameOf(draft.url)));
}

/**
 * Puts one database into the place of the other, in one step; the other is kept.
 * @param {Target} owner
 * @param {Target} draft
 * @returns {Promise<string | null>} the name under which the other is kept; `null` when there was none
 */
export function takePlace(owner, draft) {
  const name = nameOf(owner.url);
  return elsewhere(owner, async (client) => {
    const quoted = (/** @type {string} */ text) => client.escapeIdentifier(text);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    const kept = rowCount === 0 ? null : beside(name, `${BEFORE}${stamp(new Date())}`);
    await refuseWhileInUse(client, name);
    await client.query('BEGIN');
    if (kept) await client.query(`ALTER DATABASE ${quoted(name)} RENAME TO ${quoted(kept)}`);
    await client.query(`ALTER DATABASE ${quoted(nameOf(draft.url))} RENAME TO ${quoted(name)}`);
    await client.query('COMMIT');
    return kept;
  });
}

/**
 * Drops what restores have put aside.
 * @param {Target} owner
 * @param {import('../../files/storage.mjs').Storage} storage
 * @returns {Promise<string[]>} names
 */
export function forgetKept(owner, storage) {
  const like = beside(nameOf(owner.url), `${BEFORE}${stamp(new Date())}`).slice(0, -14);
  return elsewhere(owner, async (client) => {
    const { rows } = await client.query(
      "SELECT datname AS name FROM pg_database WHERE left(datname, -14) = $1 AND right(datname, 14) ~ '^[0-9]{14}$'",
      [like],
    );
    for (const { name } of rows) {
      await forgetFiles(owner, named(owner, name), storage);
      await dropWhenFree(client, name);
    }
    return rows.map(({ name }) => name);
  });
}
