import pg from 'pg';

/** Within this time a look at the database has its answer or has failed. */
const PATIENCE_MS = 1200;

/**
 * Connections of their own for looking after the database: they are free when all others are busy, and
 * there are never more than two of them.
 */
export class LookPool {
  #pool;

  /** @param {string} url connection address of the database */
  constructor(url) {
    this.#pool = new pg.Pool({
      connectionString: url,
      max: 2,
      application_name: 'stadtteilforum-look',
      connectionTimeoutMillis: PATIENCE_MS,
      idleTimeoutMillis: 60_000,
      allowExitOnIdle: true,
    });
    this.#pool.on('error', () => undefined);
  }

  /**
   * @param {string} sql
   * @param {unknown[]} [values]
   * @param {number} [patience] milliseconds
   * @returns {Promise<Record<string, unknown>[]>}
   */
  async ask(sql, values = [], patience = PATIENCE_MS) {
    const query = { text: sql, values, query_timeout: patience };
    const { rows } = await this.#pool.query(query);
    return rows;
  }

  /** @returns {Promise<void>} */
  async close() {
    await this.#pool.end().catch(() => undefined);
  }
}
