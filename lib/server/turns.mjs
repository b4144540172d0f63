import PQueue from 'p-queue';

/**
 * How much is rendered at once and how much may wait: nobody's crowd keeps out everybody else, and
 * whoever has left does not stand in the queue any more.
 */

/** Pages being made at the same time; more would only wait for the same processor and database. */
const AT_ONCE = 24;
/** Whoever comes when this many wait is told so at once. A whole town voting in one minute fits. */
const MOST_WAITING = 1500;
/** Forms that wait, together. */
const MOST_WAITING_BYTES = 64 * 1024 * 1024;
/** Unfinished requests of one network; a library or a school stays below. */
const MOST_PER_NETWORK = 64;

/** Somebody asked for more than there is room for. */
export class TooMany extends Error {
  /** @param {429 | 503} status */
  constructor(status) {
    super(`too many requests (${status})`);
    this.status = status;
  }
}

export class Turns {
  #queue = new PQueue({ concurrency: AT_ONCE });
  #waitingBytes = 0;
  /** @type {Map<string, number>} */
  #perNetwork = new Map();

  /** How many are being made, and how many wait. */
  get load() {
    return { running: this.#queue.pending, waiting: this.#queue.size };
  }

  /**
   * @template T
   * @param {{ network: string, bytes: number, signal?: AbortSignal | undefined }} who `network` is empty for the front itself
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   * @throws {TooMany} at once
   */
  take({ network, bytes, signal }, work) {
    if (this.#queue.size >= MOST_WAITING || this.#waitingBytes + bytes > MOST_WAITING_BYTES)
      throw new TooMany(503);
    const leave = this.#enter(network);
    this.#waitingBytes += bytes;
    return this.#inTurn(work, signal).finally(() => {
      this.#waitingBytes -= bytes;
      leave();
    });
  }

  /**
   * The queue gives a place free as soon as it is told that nobody wants it any more. Work that has
   * begun keeps its place until it has really ended.
   * @template T
   * @param {() => Promise<T>} work
   * @param {AbortSignal | undefined} signal
   */
  async #inTurn(work, signal) {
    const waiting = new AbortController();
    const away = () => waiting.abort(signal?.reason);
    signal?.addEventListener('abort', away, { once: true });
    if (signal?.aborted) away();
    const begin = () => {
      signal?.removeEventListener('abort', away);
      return work();
    };
    try {
      return await this.#queue.add(begin, { signal: waiting.signal });
    } finally {
      signal?.removeEventListener('abort', away);
    }
  }

  /** @param {string} network */
  #enter(network) {
    if (network === '') return () => undefined;
    const inside = this.#perNetwork.get(network) ?? 0;
    if (inside >= MOST_PER_NETWORK) throw new TooMany(429);
    this.#perNetwork.set(network, inside + 1);
    return () => {
      const left = (this.#perNetwork.get(network) ?? 1) - 1;
      if (left > 0) this.#perNetwork.set(network, left);
      else this.#perNetwork.delete(network);
    };
  }
}
