import pg from 'pg';
import { announceDrop, DROP_CHANNEL } from '../core/process-state.mjs';

const RETRY_MS = 1000;
/** How often the connection is asked whether it is still one, and how long it may take to say so. */
const BEAT_MS = 5000;
const BEAT_ANSWER_MS = 2000;

/**
 * Hears through PostgreSQL what other processes changed. When the connection breaks something may
 * have been missed, so everything is dropped once it is back. A connection can also be dead without
 * having broken (a cable, a firewall that forgot it): it is asked every few seconds.
 */
export class DropListener {
  #url;
  /** @type {pg.Client | null} */
  #client = null;
  #stopped = false;
  /** @type {NodeJS.Timeout | undefined} */
  #beat;

  /** @param {string} url connection address of the database */
  constructor(url) {
    this.#url = url;
  }

  async start() {
    if (this.#stopped) return;
    const client = new pg.Client({ connectionString: this.#url, connectionTimeoutMillis: 5000 });
    client.on('notification', (message) => announceDrop((message.payload ?? '*').split(',')));
    const again = once(() => this.#lost(client));
    client.on('error', again);
    client.on('end', again);
    try {
      await client.connect();
      await client.query(`LISTEN ${DROP_CHANNEL}`);
      this.#client = client;
      this.#beat = setInterval(() => void this.#checkBeat(client, again), BEAT_MS).unref();
      announceDrop(['*']);
    } catch {
      again();
    }
  }

  /** @param {pg.Client} client @param {() => void} again */
  async #checkBeat(client, again) {
    if (!(await answersInTime(client))) again();
  }

  /** @param {pg.Client} client */
  #lost(client) {
    if (this.#client === client) this.#client = null;
    clearInterval(this.#beat);
    // Saying goodbye would wait for an answer that may never come.
    streamOf(client)?.destroy();
    client.end().catch(() => undefined);
    if (!this.#stopped) setTimeout(() => void this.start(), RETRY_MS).unref();
  }

  /** Whether the database is known to be away. */
  isAway() {
    return this.#client === null;
  }

  /** Can the database be asked right now? Answers within two seconds. */
  async answers() {
    return this.#client !== null && (await answersInTime(this.#client));
  }

  async stop() {
    this.#stopped = true;
    clearInterval(this.#beat);
    await this.#client?.end().catch(() => undefined);
  }
}

/** @param {pg.Client} client @returns {Promise<boolean>} */
function answersInTime(client) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), BEAT_ANSWER_MS);
    const done = (/** @type {boolean} */ good) => {
      clearTimeout(timer);
      resolve(good);
    };
    client.query('SELECT 1').then(
      () => done(true),
      () => done(false),
    );
  });
}

/** @param {pg.Client} client @returns {import('node:net').Socket | undefined} */
function streamOf(client) {
  const { connection } = /** @type {{ connection?: { stream?: import('node:net').Socket } }} */ (
    /** @type {unknown} */ (client)
  );
  return connection?.stream;
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
