import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { DROP_CHANNEL, processState } from '../core/process-state.mjs';

/**
 * The single looks that tell whether the process can work.
 *
 * @typedef {import('./readiness.mjs').Look} Look
 * @typedef {Pick<import('./look-pool.mjs').LookPool, 'ask'>} Database
 */

/** A sign of life on the channel of changes; no page shows such a thing. */
const BEAT = 'beat.';
/** Less room than this is none: PostgreSQL alone writes files of 16 megabytes. */
const LEAST_FREE_BYTES = 128 * 1024 * 1024;
/** A queue in which nothing was begun for so long although something was due stands still. */
export const STANDING_MINUTES = 10;
/** Between two jobs there is a moment in which none is worked on. */
const STANDING_MS = 20_000;

/** Writes a row: a disk without room and a database that only reads do not take it. @param {Database} database @returns {Look} */
export const takesWrites = (database) => async () => {
  await database.ask(
    `INSERT INTO operation_marks (name, at) VALUES ('heartbeat', now())
     ON CONFLICT (name) DO UPDATE SET at = excluded.at`,
  );
  return true;
};

/**
 * Sends news through the database and waits until it is heard here, on the way on which pages hear of
 * changes: a connection may be alive and hear nothing.
 * @param {Database} database
 * @returns {Look}
 */
export const hearsChanges = (database) => () => {
  const beat = `${BEAT}${randomBytes(8).toString('hex')}`;
  return new Promise((resolve, reject) => {
    const { dropListeners } = processState();
    const forget = () => {
      clearTimeout(timer);
      dropListeners.delete(listener);
    };
    const listener = (/** @type {readonly string[]} */ tags) => {
      if (!tags.includes(beat)) return;
      forget();
      resolve(true);
    };
    // Whoever asked has long gone on by then.
    const timer = setTimeout(forget, 10_000).unref();
    dropListeners.add(listener);
    database.ask('SELECT pg_notify($1, $2)', [DROP_CHANNEL, beat]).catch((error) => {
      forget();
      reject(error);
    });
  });
};

/** What changed, without the signs of life. @param {readonly string[]} tags */
export const withoutBeats = (tags) => tags.filter((tag) => !tag.startsWith(BEAT));

/** Names of the migrations this program needs. @param {string} project */
export function neededMigrations(project) {
  return fs
    .readdirSync(path.join(project, 'prisma', 'migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/**
 * The database may be ahead: a new version is started while this one still serves. It may not be behind.
 * @param {Database} database
 * @param {readonly string[]} needed
 */
export async function compareMigrations(database, needed) {
  const rows = await database.ask(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const applied = new Set(rows.map(({ name }) => String(name)));
  const missing = needed.filter((name) => !applied.has(name)).length;
  return { missing, unknown: applied.size - (needed.length - missing) };
}

/** @param {Database} database @param {readonly string[]} needed @returns {Look} */
export const hasMigrations = (database, needed) => async () =>
  (await compareMigrations(database, needed)).missing === 0;

/**
 * A folder nobody has needed yet will lie where the one above it lies.
 * @param {string} folder
 * @returns {string}
 */
function existing(folder) {
  const whole = path.resolve(folder);
  return fs.existsSync(whole) || whole === path.dirname(whole)
    ? whole
    : existing(path.dirname(whole));
}

/**
 * @param {string} folder
 * @param {(folder: string) => Promise<{ bavail: number, blocks: number, bsize: number }>} [measure]
 */
export async function roomIn(folder, measure = statfs) {
  const { bavail, blocks, bsize } = await measure(existing(folder));
  return { freeBytes: bavail * bsize, sizeBytes: blocks * bsize };
}

/** @param {string} folder @param {Parameters<typeof roomIn>[1]} [measure] @returns {Look} */
export const hasRoom = (folder, measure) => async () =>
  (await roomIn(folder, measure)).freeBytes >= LEAST_FREE_BYTES;

/**
 * Whether somebody works off the queue. Much to do is no fault: it stands still when something is long
 * due and nothing is worked on, and that not only for a moment.
 * @param {Database} database
 * @param {() => number} [now]
 * @returns {Look}
 */
export const queueMoves = (database, now = () => performance.now()) => {
  let since = Number.POSITIVE_INFINITY;
  return async () => {
    const [row] = await database.ask(
      `SELECT EXISTS (SELECT FROM graphile_worker.jobs WHERE locked_at IS NULL AND attempts < max_attempts
           AND run_at < now() - make_interval(mins => $1))
         AND NOT EXISTS (SELECT FROM graphile_worker.jobs WHERE locked_at > now() - make_interval(mins => $1)) AS standing`,
      [STANDING_MINUTES],
    );
    since = row?.standing ? Math.min(since, now()) : Number.POSITIVE_INFINITY;
    return now() - since < STANDING_MS;
  };
};
