/**
 * Every two options beside each other.
 * @import { BallotPaper, CountRule, ElectionRule, PollDuel } from './types'
 */

/**
 * Every two options compared: how many rankings put the one above the other. What a ballot does not
 * name stands last on it, together.
 * @param {Pick<ElectionRule, 'options'>} rule
 * @param {readonly BallotPaper[]} papers
 * @param {readonly string[]} withdrawn ids of options that are compared with nothing
 * @returns {PollDuel[]}
 */
export function duelsOf({ options }, papers, withdrawn) {
  const open = options.map(({ id }) => id).filter((id) => !withdrawn.includes(id));
  const places = papers.map(({ choices }) => new Map(choices.map((id, index) => [id, index])));
  const last = options.length;
  /** @param {string} a @param {string} b */
  const above = (a, b) =>
    places.filter((place) => (place.get(a) ?? last) < (place.get(b) ?? last)).length;
  return open.flatMap((a, index) =>
    open
      .slice(index + 1)
      .map((b) => /** @type {PollDuel} */ ({ options: [a, b], votes: [above(a, b), above(b, a)] })),
  );
}

/**
 * Who prevails over whom by the strongest chains of wins (Schulze).
 * @param {CountRule} rule
 * @param {readonly PollDuel[]} duels
 * @returns {(a: string, b: string) => boolean}
 */
export function prevailingIn(rule, duels) {
  const ids = [...new Set(duels.flatMap(({ options }) => options))];
  const chains = new Map(duels.flatMap((duel) => winIn(rule, duel)));
  /** @param {string} a @param {string} b */
  const chain = (a, b) => chains.get(pair(a, b)) ?? 0;
  const ways = ids.flatMap((via) => ids.flatMap((a) => ids.map((b) => ({ a, via, b }))));
  for (const { a, via, b } of ways) {
    const around = Math.min(chain(a, via), chain(via, b));
    if (a !== b && around > chain(a, b)) chains.set(pair(a, b), around);
  }
  return (a, b) => chain(a, b) > chain(b, a);
}

/** @param {string | undefined} a @param {string | undefined} b */
const pair = (a, b) => `${a} ${b}`;

/**
 * Who won a comparison, and how strong the win is; nothing where it was level.
 * @param {CountRule} rule
 * @param {PollDuel} duel
 * @returns {[string, number][]}
 */
function winIn(rule, { options, votes }) {
  const [first, second] = votes;
  const [lead, most] = [Math.abs(first - second), Math.max(first, second)];
  const names = first > second ? options : options.toReversed();
  const strength = rule === 'schulze_margins' ? lead : most;
  return lead > 0 ? [[pair(names[0], names[1]), strength]] : [];
}
