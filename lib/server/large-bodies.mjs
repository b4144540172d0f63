import { comesFromUs, MAX_BODY_BYTES, MAX_FILE_BODY_BYTES, readBody } from './requests.mjs';
import { TooMany } from './turns.mjs';

/**
 * Pictures and scans as they come from a telephone: only where the office brings them, and only so many at once, since
 * a form is read whole and lies in memory several times until it is answered.
 */

/** In whichever language; what lies below is for the office alone. */
const OF_OFFICE = /^(?:\/[A-Za-z-]{2,5})?\/team\//;
const MOST_AT_ONCE = 3;

export class LargeBodies {
  #held = 0;

  /**
   * The body of a visit, read before anything is answered.
   * @param {Pick<import('./visits.mjs').Visit, 'request' | 'response' | 'path'>} visit
   * @param {URL} appUrl
   * @returns {Promise<Buffer | null>} null when it is too large
   * @throws {TooMany} when as many large ones are here as there is room for
   */
  async read({ request, response, path }, appUrl) {
    // Whoever does not say how much comes gets the small measure; browsers say it.
    const isLarge = Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES;
    const mayBeLarge = isLarge && OF_OFFICE.test(path) && comesFromUs(request, appUrl);
    if (!mayBeLarge) return readBody(request);
    if (this.#held >= MOST_AT_ONCE) {
      await readBody(request);
      throw new TooMany(503);
    }
    this.#held += 1;
    response.once('close', () => {
      this.#held -= 1;
    });
    return readBody(request, MAX_FILE_BODY_BYTES);
  }
}
