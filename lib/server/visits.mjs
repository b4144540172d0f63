import { log, newFaultId } from '../core/log.mjs';
import { NotMade } from './shared-pages.mjs';
import { TooMany } from './turns.mjs';

/**
 * One request under way, and what is told of it afterwards: never the address, which holds codes, nor
 * who asked.
 *
 * @typedef {import('node:http').IncomingMessage} Incoming
 * @typedef {import('node:http').ServerResponse} Outgoing
 * @typedef {'shared' | 'fixed' | 'acting' | 'file' | 'probe' | 'other'} AnswerClass `other`: no address of ours
 *
 * @typedef {object} About
 * @property {string} id under which a fault is logged and shown
 * @property {AnswerClass} is
 * @property {string} route pattern of the address; empty while it is not known
 *
 * @typedef {object} Visit
 * @property {Incoming} request
 * @property {Outgoing} response
 * @property {AbortSignal} gone tells when whoever asked has left
 * @property {string} path canonical once it is known to be ours
 * @property {string} search
 * @property {Buffer | null} body what was sent; null when it was too large
 * @property {number} began
 * @property {About} about
 *
 * @typedef {{ is: AnswerClass, status: number, milliseconds: number }} Outcome `status` is 0 where nobody waited for the answer
 */

/**
 * @param {Incoming} request
 * @param {Outgoing} response
 * @param {AbortSignal} gone
 * @returns {Visit}
 */
export function beginVisit(request, response, gone) {
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  /** @type {About} */
  const about = { id: newFaultId(), is: 'other', route: '' };
  const body = Buffer.alloc(0);
  return { request, response, gone, path, search: '', body, began: performance.now(), about };
}

/** @param {Visit} visit @returns {Outcome} once the answer is finished or nobody waits for it any more */
export function outcomeOf({ response, began, about }) {
  const status = response.writableFinished ? response.statusCode : 0;
  return { is: about.is, status, milliseconds: performance.now() - began };
}

/** @param {Visit} visit */
export function logVisit(visit) {
  const { status, milliseconds } = outcomeOf(visit);
  log('info', 'request.answered', { ...fieldsOf(visit), status, milliseconds });
}

/** @param {Visit} visit */
function fieldsOf({ request, about }) {
  const { id, route } = about;
  return { id, method: request.method ?? '', ...(route ? { route } : {}) };
}

/**
 * Writes down why somebody is shown that something broke, under the number they are shown.
 * @param {Visit} visit
 * @param {number} status
 * @param {unknown} [error]
 */
export function logBroken(visit, status, error) {
  if (error instanceof NotMade) visit.about.id = error.id;
  const level = error instanceof TooMany ? 'warn' : 'error';
  const milliseconds = performance.now() - visit.began;
  log(level, 'request.failed', { ...fieldsOf(visit), status, milliseconds }, error);
}
