import pg from 'pg';
import { announceDrop, DROP_CHANNEL } from '../core/process-state.mjs';

const RETRY_MS = 1000;

/**
 * Hears through PostgreSQL what other processes changed. When the connection breaks something may
 * have been missed, so everything is dropped once it is back.
 */
export class DropListener {
  #url;
  /** @type {pg.Client | null} */
  #client = null;
  #stopped = false;

  /** @param {string} url connection address of the database */
  constructor(url) {
    this.#url = url;
  }

  async start() {
    if (this.#stopped) return;
    const client = new pg.Client({ connectionString: this.#url, connectionTimeoutMillis: 5000 });
    client.on('notification', (message) => announceDrop((message.payload ?? '*').split(',')));
    let lost = false;
    const again = () => {
      if (lost) return;
      lost = true;
      if (this.#client === client) this.#client = null;
      client.end().catch(() => undefined);
      if (!this.#stopped) setTimeout(() => void this.start(), RETRY_MS).unref();
    };
    client.on('error', again);
    client.on('end', again);
    try {
      await client.connect();
      await client.query(`LISTEN ${DROP_CHANNEL}`);
      this.#client = client;
      announceDrop(['*']);
    } catch {
      again();
    }
  }

  /** Can the database be asked right now? */
  async isAlive() {
    if (!this.#client) return false;
    try {
      await this.#client.query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  async stop() {
    this.#stopped = true;
    await this.#client?.end().catch(() => undefined);
  }
}
