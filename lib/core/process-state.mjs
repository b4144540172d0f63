import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What the HTTP front and the code bundled by Next share within one process: they are different
 * module instances, so it hangs on `globalThis`.
 *
 * @typedef {object} PageNotes what an answer noted while it was made
 * @property {boolean} reading it is a reading page
 * @property {boolean} personal somebody's session was looked at
 * @property {Set<string>} tags what it shows
 * @property {number} goodUntil until when it is right, in milliseconds
 * @property {boolean} acted a form of ours began its work
 * @property {boolean} tooMany somebody tried too often
 *
 * @typedef {{ address: string, id: string, pageNotes: PageNotes }} RequestScope the client's network, and
 *   the number under which a fault is logged and shown
 * @typedef {{
 *   requests: AsyncLocalStorage<RequestScope>,
 *   dropListeners: Set<(tags: readonly string[]) => void>,
 *   stopBackground?: () => Promise<void>,
 * }} ProcessState
 */

const key = Symbol.for('stadtteilforum.process-state');

/** @returns {ProcessState} */
export function processState() {
  const holder = /** @type {Record<symbol, ProcessState | undefined>} */ (
    /** @type {unknown} */ (globalThis)
  );
  holder[key] ??= { requests: new AsyncLocalStorage(), dropListeners: new Set() };
  return holder[key];
}

/**
 * Tells everything in this process that remembers something under these tags to forget it.
 * `*` means everything (the connection that carries the news was interrupted).
 * @param {readonly string[]} tags
 */
export function announceDrop(tags) {
  for (const listener of processState().dropListeners) listener(tags);
}

/** @returns {PageNotes} */
export function newPageNotes() {
  return {
    reading: false,
    personal: false,
    tags: new Set(),
    goodUntil: Number.POSITIVE_INFINITY,
    acted: false,
    tooMany: false,
  };
}

export const DROP_CHANNEL = 'stadtteilforum_page_cache';

/** Stands in kept error pages where the number of a fault belongs. */
export const FAULT_ID_PLACE = '[[fault-id]]';
