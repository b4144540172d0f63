/**
 * The hash chain over published ballots: whoever has its end can tell whether a list of ballots is the
 * one that was counted, to the last mark and in its order. Runs in Node and in the browser.
 */

/**
 * @typedef {object} Publication everything needed to count again, as it is published
 * @property {'stadtteilforum-ballots/1'} format
 * @property {number} poll
 * @property {string} question
 * @property {string} method
 * @property {string} rule name of the rule in `count.mjs`
 * @property {number} seats
 * @property {string} [budget] amount with two decimals
 * @property {string} closed ISO instant
 * @property {{ id: string, label: string, cost?: string, withdrawn?: true }[]} options in the order of the lot
 * @property {PublishedResult} result what was counted, so that it cannot be changed later either
 * @property {readonly PublishedBallot[]} ballots in the random order of the box
 * @property {string} head
 *
 * @typedef {object} PublishedResult
 * @property {readonly string[]} winners in the order of election, projects in the order of their ids
 * @property {Readonly<Record<string, number>>} votes of each option; points, or for rankings first choices
 * @property {readonly Readonly<Record<string, string>>[]} [rounds] votes in each round, of rules with rounds
 *
 * @typedef {readonly (string | readonly [string, number])[]} PublishedBallot ids of options, with
 *   points as pairs; for rankings in their order
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
