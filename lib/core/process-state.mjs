import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What the HTTP front and the code bundled by Next share within one process: they are different
 * module instances, so it hangs on `globalThis`.
 *
 * @typedef {{ reading: boolean, personal: boolean, tags: Set<string>, goodUntil: number }} PageNotes what a
 *   page noted while it rendered: that it is a reading page, that somebody's session was looked at,
 *   what it shows, until when it is right
 * @typedef {{ address: string, pageNotes: PageNotes }} RequestScope
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
  return { reading: false, personal: false, tags: new Set(), goodUntil: Number.POSITIVE_INFINITY };
}

export const DROP_CHANNEL = 'stadtteilforum_page_cache';
