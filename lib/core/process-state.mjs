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
 * @property {'' | 'invalid' | 'failed' | 'check' | 'signIn'} answer how a form was answered that was not done
 * @property {Readonly<Record<string, string | string[]>>} sent what that form had in it; nothing while no form was answered
 * @property {boolean} fault nobody knows what became of that form
 * @property {boolean} offline it works without a line: it may have a worker and be put onto a device
 * @property {'' | 'druck'} failure the page of ours that explains what went wrong better than its status
 * @property {boolean} saysItself the page says in its own place what the step that led to it did
 *
 * @typedef {object} RequestScope
 * @property {string} address the client's network
 * @property {string} id under which a fault is logged and shown
 * @property {string} [method]
 * @property {string} [route] pattern of the address, as in `/[locale]/forum/[number]`
 * @property {string} [path] of the page, with its language
 * @property {string} [search] what was asked of the page, from `?` on
 * @property {PageNotes} pageNotes
 *
 * @typedef {object} Mark when something was last done
 * @property {string} name
 * @property {Date} at
 * @property {boolean} ok
 * @property {string} note
 *
 * @typedef {object} DatabaseCondition
 * @property {string} version as in `18.1`
 * @property {number} sizeBytes
 * @property {number} connections of everybody
 * @property {number} mostConnections
 * @property {number} clockSeconds how far its clock is ahead of ours
 * @property {number} missingMigrations the program needs and the database does not have
 * @property {number} unknownMigrations of a later program
 * @property {{ waiting: number, running: number, late: number, failed: number, failedTasks: string, oldestLateSeconds: number }} jobs
 * @property {{ queued: number, sent: number, failed: number, expired: number, oldestQueuedSeconds: number }} mails
 * @property {readonly Mark[]} marks
 *
 * @typedef {object} Condition how the process and what it stands on are doing
 * @property {Date} at
 * @property {{ version: string, commit: string }} program
 * @property {{ startedAt: Date, residentBytes: number, heapBytes: number, lagSeconds: number }} process
 *   `lagSeconds`: how late the event loop was, 99th percentile
 * @property {{ running: number, waiting: number, keptBytes: number }} pages
 * @property {{ total: number, idle: number, waiting: number, most: number } | null} pool connections of this process
 * @property {readonly string[]} notReady why it cannot work
 * @property {{ freeBytes: number, sizeBytes: number } | null} disk the data folder lies on
 * @property {{ good: boolean, problem: string } | null} smtp `null`: no mail server is set
 * @property {DatabaseCondition | null} database `null`: it does not answer
 *
 * @typedef {{
 *   requests: AsyncLocalStorage<RequestScope>,
 *   dropListeners: Set<(tags: readonly string[]) => void>,
 *   loggedErrors: WeakSet<object>,
 *   databasePool?: { totalCount: number, idleCount: number, waitingCount: number },
 *   condition?: () => Promise<Condition>,
 *   underWay: Map<string, Promise<unknown>>,
 *   stopBackground?: () => Promise<void>,
 * }} ProcessState
 */

const key = Symbol.for('stadtteilforum.process-state');

/** @returns {ProcessState} */
export function processState() {
  const holder = /** @type {Record<symbol, ProcessState | undefined>} */ (
    /** @type {unknown} */ (globalThis)
  );
  holder[key] ??= {
    requests: new AsyncLocalStorage(),
    dropListeners: new Set(),
    loggedErrors: new WeakSet(),
    underWay: new Map(),
  };
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
    answer: '',
    sent: {},
    fault: false,
    offline: false,
    failure: '',
    saysItself: false,
  };
}

export const DROP_CHANNEL = 'stadtteilforum_page_cache';

/** Stands in kept error pages where the number of a fault belongs. */
export const FAULT_ID_PLACE = '[[fault-id]]';

/** Stands in kept error pages, in something hidden, where the address of the way on belongs. */
export const LEADS_TO_PLACE = '[[leads-to]]';

/** Stands in kept error pages, in something hidden, where a text belongs that somebody sent and that is not kept. */
export const TYPED_PLACE = '[[typed]]';
