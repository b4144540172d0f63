import { setTimeout as sleep } from 'node:timers/promises';
import { describeFailure, Obstacle } from '../project.mjs';
import { isPostgres, readPostmaster, shutDown } from './postmaster.mjs';

/**
 * Nobody but us looks after the database that comes with the product: when it dies under a running
 * instance it is started again, and when that does not help everything ends with a sentence.
 *
 * @typedef {import('../embedded-postgres.mjs').EmbeddedPostgres} EmbeddedPostgres
 */

const LOOK_MS = 500;
/** So many starts within a minute are a fault that starting again does not mend. */
const MOST_STARTS = 3;
const MINUTE_MS = 60_000;

const ignore = () => undefined;

/** @param {string} data @returns {'serves' | 'leaves' | 'gone'} */
function conditionOf(data) {
  const found = readPostmaster(data);
  if (found === null || !isPostgres(found.pid)) return 'gone';
  // Asked to end it waits for everybody to leave and lets nobody in: half a database for days.
  return found.leaving ? 'leaves' : 'serves';
}

export class DatabaseGuard {
  #postgres;
  #start;
  #note;
  /** @type {number[]} */
  #starts = [];
  #stopped = false;
  #ending = new AbortController();
  /** @type {(sentence: string) => void} */
  #giveUp = () => undefined;
  /** @type {Promise<void>} */
  #watching;

  /**
   * @param {EmbeddedPostgres} postgres
   * @param {{ start: () => Promise<EmbeddedPostgres>, note: (line: string) => void }} options
   */
  constructor(postgres, { start, note }) {
    this.#postgres = postgres;
    this.#start = start;
    this.#note = note;
    /** Settles with a sentence when the database cannot be kept running. @type {Promise<string>} */
    this.broken = new Promise((resolve) => {
      this.#giveUp = resolve;
    });
    this.#watching = this.#watch();
  }

  async #watch() {
    while (!this.#stopped) {
      await sleep(LOOK_MS, undefined, { ref: false, signal: this.#ending.signal }).catch(ignore);
      const condition = conditionOf(this.#postgres.data);
      if (this.#stopped || condition === 'serves') continue;
      try {
        await this.#startAgain(condition);
      } catch (error) {
        this.#giveUp(describeFailure(error));
        return;
      }
    }
  }

  /** @param {'leaves' | 'gone'} condition */
  async #startAgain(condition) {
    const since = Date.now() - MINUTE_MS;
    this.#starts = [...this.#starts.filter((at) => at > since), Date.now()];
    if (this.#starts.length > MOST_STARTS) {
      throw new Obstacle(
        `Die Datenbank hat sich in einer Minute ${this.#starts.length}-mal beendet. Warum, steht in ${this.#postgres.log}.`,
      );
    }
    this.#note('Die Datenbank hat sich beendet. Sie wird neu gestartet.');
    const running = readPostmaster(this.#postgres.data);
    if (condition === 'leaves' && running) await shutDown(this.#postgres.data, running.pid);
    this.#postgres = await this.#start();
    this.#note('Die Datenbank läuft wieder.');
  }

  /** Ends the database, unless another instance still uses it. */
  async stop() {
    this.#stopped = true;
    // Else nothing but a look that keeps nobody alive is waited for, and Node ends in the middle of this.
    this.#ending.abort();
    await this.#watching;
    await this.#postgres.stop();
  }
}
