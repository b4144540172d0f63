/**
 * The hash chain over published ballots: whoever has its end can tell whether a list of ballots is the
 * one that was counted, to the last mark and in its order. Runs in Node and in the browser.
 * @import { Publication } from '../types'
 */

/**
 * The first link is the hash of everything but ballots and head, each further one the hash of the
 * link before it, a line end and the ballot; all as JSON without spaces, hashes as lower-case hex.
 * @param {Omit<Publication, 'head'>} publication
 * @param {(done: number) => void} [onBallot] told after each ballot how many are done
 * @returns {Promise<string>}
 */
export async function headOf({ ballots, ...rest }, onBallot) {
  const { head: _head, ...frame } = /** @type {Record<string, unknown>} */ (rest);
  let link = await sha256(JSON.stringify(frame));
  let done = 0;
  for (const ballot of ballots) {
    link = await sha256(`${link}\n${JSON.stringify(ballot)}`);
    done += 1;
    onBallot?.(done);
  }
  return link;
}

/**
 * @param {string} text
 * @returns {Promise<string>}
 */
async function sha256(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
