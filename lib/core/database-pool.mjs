import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { cutLine, NOTICE_LOST_CLIENTS } from './kept-line.mjs';

/**
 * Connections that a dead line cannot hold up. A machine or firewall in between can fall silent without
 * hanging up; whoever asked would wait for a quarter of an hour. A long answer looks the same from here,
 * so after some seconds the database is asked over a new connection whether it still works on it.
 */

/** How long a question may go without an answer before somebody looks. */
const PATIENCE_MS = 5000;
const LOOK_MS = 2000;
const CONNECT_MS = 5000;

/** The database said so itself: it is there and has no place for a look at the moment. */
const NO_PLACE = new Set(['53300', '57P03']);

/** For what the database itself does by days of the office, see `deleted_was_handed_in`. */
const TELL_ZONE = "SELECT set_config('stadtteilforum.time_zone', $1, false)";

const ignore = () => undefined;

/** The connections of each pool. @type {WeakMap<pg.Pool, Set<Watched>>} */
const watchedBy = new WeakMap();

/**
 * @typedef {object} Watched
 * @property {pg.ClientBase} client
 * @property {number} backend number of the session at the other end; 0 while it is not known
 * @property {number} waiting questions without an answer
 * @property {number} since when the last answer came, or the first of these questions was asked
 * @property {boolean} suspected the last look found nobody working on an answer
 */

/** @param {pg.ClientBase} client @returns {Watched} */
function watch(client) {
  /** @type {Watched} */
  const watched = { client, backend: 0, waiting: 0, since: 0, suspected: false };
  const answered = () => {
    watched.waiting -= 1;
    watched.since = Date.now();
    watched.suspected = false;
  };
  const { prototype } = pg.Client;
  Object.assign(client, {
    /** @param {unknown[]} asked */
    query(...asked) {
      if (watched.waiting === 0) watched.since = Date.now();
      watched.waiting += 1;
      const callback = asked.at(-1);
      if (typeof callback !== 'function') {
        const answer = Reflect.apply(prototype.query, client, asked);
        Promise.resolve(answer).then(answered, answered);
        return answer;
      }
      const told = (/** @type {unknown[]} */ ...answer) => {
        answered();
        callback(...answer);
      };
      return Reflect.apply(prototype.query, client, [...asked.slice(0, -1), told]);
    },
  });
  return watched;
}

/**
 * @param {string} url
 * @param {readonly Watched[]} waiting
 * @param {number} connectMs
 * @returns {Promise<Watched[] | 'away'>} those on whose question the database does not work
 */
async function withoutWork(url, waiting, connectMs) {
  const look = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectMs });
  look.on('error', ignore);
  try {
    await look.connect();
    const { rows } = await look.query({
      text: "SELECT pid FROM pg_stat_activity WHERE pid = ANY($1) AND state LIKE ANY ('{active,fastpath%}')",
      values: [waiting.map(({ backend }) => backend)],
      ...{ query_timeout: connectMs },
    });
    const busy = new Set(rows.map(({ pid }) => pid));
    return waiting.filter(({ backend }) => !busy.has(backend));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return NO_PLACE.has(code) ? [] : 'away';
  } finally {
    cutLine(look);
    look.end().catch(ignore);
  }
}

/**
 * @param {ReadonlySet<Watched>} all
 * @param {{ url: string, patienceMs: number, connectMs: number }} look
 */
async function cutSilent(all, { url, patienceMs, connectMs }) {
  const waiting = () =>
    [...all].filter((each) => each.waiting > 0 && Date.now() - each.since > patienceMs);
  const before = waiting();
  if (before.length === 0) return;
  const found = await withoutWork(url, before, connectMs);
  for (const each of waiting()) {
    const suspect = found === 'away' || found.includes(each);
    // Where the database answered us, an answer to the other may have been under way meanwhile.
    if (found === 'away' || (suspect && each.suspected)) cutLine(each.client);
    each.suspected = suspect;
  }
}

/**
 * @param {{ url: string, max: number, name: string, zone?: string, patienceMs?: number, lookMs?: number, connectMs?: number }} options
 *   `max` connections, which the database lists under `name`; `zone` is the office's, by which triggers know its days
 * @returns {pg.Pool}
 */
export function makePool({
  url,
  max,
  name,
  zone,
  patienceMs = PATIENCE_MS,
  lookMs = LOOK_MS,
  connectMs = CONNECT_MS,
}) {
  /** @type {Set<Watched>} */
  const all = new Set();
  const pool = new pg.Pool({
    connectionString: url,
    application_name: name,
    max,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    async onConnect(client) {
      const watched = watch(client);
      client.on('error', ignore);
      client.once('end', () => all.delete(watched));
      all.add(watched);
      const { rows } = await client.query(NOTICE_LOST_CLIENTS);
      watched.backend = rows[0].backend;
      if (zone !== undefined) await client.query(TELL_ZONE, [zone]);
    },
  });
  pool.on('error', ignore);
  pool.on('connect', ignore);
  const look = { url, patienceMs, connectMs };
  let looking = false;
  const lookAgain = async () => {
    if (looking) return;
    looking = true;
    await cutSilent(all, look);
    looking = false;
  };
  setInterval(() => void lookAgain(), lookMs).unref();
  watchedBy.set(pool, all);
  return pool;
}

/**
 * Ends a pool for good: what somebody still holds after a moment is cut, because nobody will give it back.
 * @param {pg.Pool} pool
 * @param {number} ms
 */
export async function endPool(pool, ms) {
  await Promise.race([pool.end(), sleep(ms, undefined, { ref: false })]);
  for (const { client } of watchedBy.get(pool) ?? []) cutLine(client);
}
