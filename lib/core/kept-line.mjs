import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const RETRY_MS = 1000;
/** How long whoever stops waits for a connection that is just being made. */
const STOP_MS = 2000;
/** How often the connection is asked whether it is still one, and how long it may take to say so. */
const BEAT_MS = 5000;
const BEAT_ANSWER_MS = 2000;

/**
 * When the other machine loses its power nobody hangs up. These let the database notice within half a
 * minute instead of two hours and give back what the lost session held.
 */
export const NOTICE_LOST_CLIENTS = `SELECT pg_backend_pid() AS backend,
  set_config('tcp_keepalives_idle', '10', false), set_config('tcp_keepalives_interval', '5', false),
  set_config('tcp_keepalives_count', '3', false)`;

/**
 * One connection to the database held as long as the process lives: for what a session hears or holds.
 * It is made anew within seconds when it breaks. A connection can also be dead without having broken
 * (a cable, a firewall that forgot it): it is asked every few seconds.
 *
 * @typedef {object} KeptLineOptions
 * @property {string} url connection address of the database
 * @property {string} name how the database lists it
 * @property {(client: pg.Client) => Promise<unknown>} onOpen before anybody else uses a new connection;
 *   when it fails the connection counts as lost
 * @property {() => void} [onBack] after it can be used
 */
export class KeptLine {
  #options;
  /** @type {pg.Client | null} */
  #client = null;
  #stopped = false;
  /** The connection that is being made. @type {Promise<void>} */
  #starting = Promise.resolve();
  /** What was asked last; the next waits for its answer. @type {Promise<unknown>} */
  #asked = Promise.resolve();
  /** @type {NodeJS.Timeout | undefined} */
  #beat;

  /** @param {KeptLineOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /** Settles after the first try, whatever became of it. */
  start() {
    this.#starting = this.#open();
    return this.#starting;
  }

  async #open() {
    if (this.#stopped) return;
    const { url, name, onOpen, onBack } = this.#options;
    const client = new pg.Client({
      connectionString: url,
      application_name: name,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    const again = once(() => this.#lost(client));
    client.on('error', again);
    client.on('end', again);
    try {
      await client.connect();
      await client.query(NOTICE_LOST_CLIENTS);
      await onOpen(client);
      // Whoever stopped meanwhile waits for this, and nobody else would end it.
      if (this.#stopped) {
        again();
        return;
      }
      this.#client = client;
      this.#asked = Promise.resolve();
      this.#beat = setInterval(() => void this.#checkBeat(again), BEAT_MS).unref();
      onBack?.();
    } catch {
      again();
    }
  }

  /** @param {() => void} again */
  async #checkBeat(again) {
    if (!(await this.answers())) again();
  }

  /** @param {pg.Client} client */
  #lost(client) {
    if (this.#client === client) this.#client = null;
    clearInterval(this.#beat);
    cutLine(client);
    client.end().catch(() => undefined);
    if (!this.#stopped) setTimeout(() => void this.start(), RETRY_MS).unref();
  }

  /** Whether the database is known to be away. */
  get isAway() {
    return this.#client === null;
  }

  /**
   * @template {pg.QueryResultRow} Row
   * @param {string} text
   * @param {unknown[]} [values]
   * @returns {Promise<Row[]>}
   */
  async query(text, values) {
    const client = this.#client;
    if (!client) throw new Error('the database is away');
    const answer = this.#asked.then(() => client.query(text, values));
    this.#asked = answer.catch(() => undefined);
    const { rows } = await answer;
    return rows;
  }

  /** Can the database be asked right now? Answers within two seconds. @returns {Promise<boolean>} */
  answers() {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), BEAT_ANSWER_MS);
      const done = (/** @type {boolean} */ good) => {
        clearTimeout(timer);
        resolve(good);
      };
      this.query('SELECT 1').then(
        () => done(true),
        () => done(false),
      );
    });
  }

  async stop() {
    this.#stopped = true;
    await Promise.race([this.#starting, sleep(STOP_MS, undefined, { ref: false })]);
    clearInterval(this.#beat);
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }
}

/**
 * Ends a connection without a goodbye, which would wait for an answer that may never come; what was
 * asked on it fails at once.
 * @param {pg.ClientBase} client
 */
export function cutLine(client) {
  const { connection } = /** @type {{ connection?: { stream?: import('node:net').Socket } }} */ (
    /** @type {unknown} */ (client)
  );
  connection?.stream?.destroy();
}

/** @param {() => void} work */
function once(work) {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}
