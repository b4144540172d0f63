import { inTime, remembered } from './in-time.mjs';

/**
 * Whether this process can work, and if not, why. Probes may ask as often as they like: everybody who
 * asks within a second gets the same look, and no look takes longer than an answer may.
 *
 * What makes a process unready is what would make it fail people: the database does not take a write,
 * lacks what the program needs, changes are not heard, the disk is full, nobody works off the queue. A
 * mail server that is away is not among it: ideas can be handed in all the same, and mails wait.
 *
 * @typedef {'draining' | 'database' | 'migrations' | 'listen' | 'disk' | 'jobs'} Reason
 * @typedef {() => Promise<boolean>} Look whether all is well; what fails or takes too long is not
 */

const REMEMBER_MS = 1000;
const MOST_MS = 1500;

export class Readiness {
  /** @type {() => Promise<readonly Reason[]>} */
  #look;
  #draining = false;

  /** @param {Readonly<Partial<Record<Reason, Look>>>} looks */
  constructor(looks) {
    this.#look = remembered(REMEMBER_MS, () => reasonsOf(looks));
  }

  /** From now on nobody new is sent here. */
  drain() {
    this.#draining = true;
  }

  /** @returns {Promise<readonly Reason[]>} empty: it can work */
  async reasons() {
    const found = await this.#look();
    return this.#draining ? ['draining', ...found] : found;
  }
}

/** @param {Readonly<Partial<Record<Reason, Look>>>} looks */
async function reasonsOf(looks) {
  const names = /** @type {Reason[]} */ (Object.keys(looks));
  const good = await Promise.all(
    names.map((name) =>
      inTime(looks[name]?.() ?? Promise.resolve(true), MOST_MS).catch(() => false),
    ),
  );
  return names.filter((_, index) => !good[index]);
}
