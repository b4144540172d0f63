import { createHash, timingSafeEqual } from 'node:crypto';
import { arrivalOf } from '../core/arrival.mjs';
import { sendText } from './answers.mjs';

/**
 * What machines ask: does the process live, can it work, how is it doing. Answered before anything
 * else, without a page, so that it works when pages do not.
 *
 * @typedef {import('./visits.mjs').Visit} Visit
 * @typedef {import('./visits.mjs').Incoming} Incoming
 *
 * @typedef {object} ProbesOptions
 * @property {string} token whoever has it may ask how we are doing; empty: nobody may
 * @property {() => Promise<readonly string[]>} notReady
 * @property {() => Promise<{ type: string, text: string }>} metrics
 */

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;
/** What a web server in between adds: the neighbour is not who asks. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

const GOOD = { status: 200, text: 'ok\n' };

export class Probes {
  #options;

  /** @param {ProbesOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /**
   * @param {Visit} visit
   * @returns {Promise<boolean>} whether this was a probe, and has its answer
   */
  async answer({ request, response, path, about }) {
    const found = await this.#found(path, request);
    if (found === null) return false;
    Object.assign(about, { is: 'probe', route: path });
    const { status, text, type } = found;
    sendText(response, status, request.method === 'HEAD' ? '' : text, type);
    return true;
  }

  /**
   * @param {string} path
   * @param {Incoming} request
   * @returns {Promise<{ status: number, text: string, type?: string } | null>}
   */
  async #found(path, request) {
    if (path === '/healthz') return GOOD;
    if (path === '/bereit') return await this.#ready(request);
    const mayAsk = path === '/metrics' || path === '/ankunft' ? this.#mayAsk(request) : false;
    if (!mayAsk) return null;
    return path === '/metrics' ? await this.#metrics() : arrival(request);
  }

  /** Strangers are not told what is broken. @param {Incoming} request */
  async #ready(request) {
    const reasons = await this.#options.notReady();
    if (reasons.length === 0) return GOOD;
    const told = isFromHere(request) || this.#mayAsk(request) ? reasons : [];
    return { status: 503, text: `${['noch nicht bereit', ...told].join('\n')}\n` };
  }

  async #metrics() {
    const { type, text } = await this.#options.metrics();
    return { status: 200, text, type };
  }

  /** Without the token there is no such address. @param {Incoming} request */
  #mayAsk({ headers }) {
    const { token } = this.#options;
    const [, given = ''] = /^Bearer (\S+)$/i.exec(headers.authorization ?? '') ?? [];
    const digest = (/** @type {string} */ text) => createHash('sha256').update(text).digest();
    return token !== '' && timingSafeEqual(digest(given), digest(token));
  }
}

/** What a web server in between makes of a request: for the doctor. @param {Incoming} request */
function arrival({ headers }) {
  const text = JSON.stringify(arrivalOf(headers));
  return { status: 200, text, type: 'application/json' };
}

/** @param {Incoming} request */
function isFromHere({ headers, socket }) {
  return (
    LOOPBACK.test(socket.remoteAddress ?? '') &&
    !FORWARDED.some((name) => headers[name] !== undefined)
  );
}
