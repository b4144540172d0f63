import {
  clientNetwork,
  comesFromUs,
  LONGEST_REQUEST_MS,
  MAX_BODY_BYTES,
  MAX_FILE_BODY_BYTES,
  readBody,
} from './requests.mjs';
import { TooMany } from './turns.mjs';

/**
 * Pictures and scans as they come from a telephone: only where the office brings them, and only so many at once, since
 * a form is read whole and lies in memory several times until it is answered. Nobody holds the places of others: each
 * network has one, and whoever is too slow loses it.
 */

/** In whichever language; what lies below is for the office alone. */
const OF_OFFICE = /^(?:\/[A-Za-z-]{2,5})?\/team\//;
const MOST_AT_ONCE = 3;

/** Somebody says they are signed in. Whether they are is asked where it matters, as of every form. */
const SESSION = /(?:^|;)\s*__Host-stadtteilforum=[^;\s]/;

/** So long nobody is asked how fast they are. */
const GRACE_MS = 5000;

/** @typedef {Pick<import('./visits.mjs').Visit, 'request' | 'response' | 'path'>} Sent */

export class LargeBodies {
  /** Networks that hold a place. @type {Set<string>} */
  #held = new Set();
  #graceMs;

  /** @param {number} [graceMs] */
  constructor(graceMs = GRACE_MS) {
    this.#graceMs = graceMs;
  }

  /**
   * The body of a visit, read before anything is answered.
   * @param {Sent} visit
   * @param {{ appUrl: URL, proxies: number }} options
   * @returns {Promise<Buffer | null>} null when it is too large
   * @throws {TooMany} when as many large ones are here as there is room for, or one from there
   */
  async read(visit, { appUrl, proxies }) {
    const { request, response } = visit;
    if (!isFromOffice(visit, appUrl)) return readBody(request);
    const network = clientNetwork(request, proxies);
    if (this.#held.size >= MOST_AT_ONCE || this.#held.has(network)) {
      await readBody(request);
      throw new TooMany(503);
    }
    this.#held.add(network);
    response.once('close', () => this.#held.delete(network));
    const watch = this.#cutWhenSlow(request);
    try {
      return await readBody(request, MAX_FILE_BODY_BYTES);
    } finally {
      clearInterval(watch);
    }
  }

  /**
   * Half as fast as it takes to be through in time is too slow: it would come to nothing, and keep others out.
   * @param {import('./requests.mjs').Incoming} request
   */
  #cutWhenSlow(request) {
    const { socket } = request;
    const [began, before] = [Date.now(), socket.bytesRead];
    const pace = saidBytes(request) / LONGEST_REQUEST_MS / 2;
    return setInterval(() => {
      const lasted = Date.now() - began;
      const isSlow = socket.bytesRead - before < lasted * pace;
      if (lasted > this.#graceMs && isSlow) request.destroy();
    }, this.#graceMs / 5);
  }
}

/** @param {import('./requests.mjs').Incoming} request */
const saidBytes = ({ headers }) => Number(headers['content-length'] ?? 0);

/**
 * Whoever does not say how much comes gets the small measure; browsers say it.
 * @param {Sent} visit
 * @param {URL} appUrl
 */
function isFromOffice({ request, path }, appUrl) {
  const isLarge = saidBytes(request) > MAX_BODY_BYTES;
  const isSignedIn = SESSION.test(request.headers.cookie ?? '');
  return isLarge && OF_OFFICE.test(path) && isSignedIn && comesFromUs(request, appUrl);
}
