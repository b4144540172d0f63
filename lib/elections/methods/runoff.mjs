/**
 * Instant run-off: whoever has the fewest votes leaves and the papers pass on to the next choice,
 * until somebody has more than half of the papers that still count.
 * @import { Election, Fraction, Outcome, Round, Tie } from '../types'
 * @import { Stand } from './piles.mjs'
 * @import { Reading } from './preferences.mjs'
 */
import { add, compare, decimal, fraction, ZERO } from './fraction.mjs';
import { Piles } from './piles.mjs';
import { tieInRound } from './standing.mjs';

/**
 * @typedef {Reading & { together?: boolean, tieByOrderOnly?: boolean }} RunoffOptions `together`:
 *   all who even together could not overtake the next one leave at once; `tieByOrderOnly`: equal
 *   last ones are told apart by the order fixed before, without looking at earlier rounds
 */

/**
 * @param {Election} election
 * @param {RunoffOptions} [options]
 * @returns {Outcome}
 */
export function instantRunoff(election, options = {}) {
  const piles = new Piles(election, options);
  const name = (/** @type {number} */ index) => election.candidates[index]?.id ?? '';
  /** @type {Stand[]} */
  const stands = [];
  /** @type {Round[]} */
  const rounds = [];
  /** @type {Tie[]} */
  const ties = [];
  while (piles.open.size > 0) {
    const stand = piles.stand();
    stands.push(stand);
    const round = describeRound(election, stand, rounds.length + 1);
    rounds.push(round);
    const ahead = winnerOf(stand);
    if (ahead === null) {
      const leaving = whoLeaves(election, stands, ties, options);
      round.excluded = leaving.map(name);
      piles.exclude(leaving);
    }
    // Of two who were equal one is left: nobody has to count the papers once more for that.
    const winner = ahead ?? onlyOne(piles.open);
    if (winner === null) continue;
    round.elected = [name(winner)];
    return { winners: round.elected, ties, rounds };
  }
  return { winners: [], ties, rounds };
}

/** @param {ReadonlySet<number>} open */
function onlyOne(open) {
  const [only, ...others] = open;
  return others.length === 0 ? (only ?? null) : null;
}

/**
 * @param {Stand} stand
 * @returns {number | null} who has more than half of what still counts, or is the only one left
 */
function winnerOf({ votes }) {
  const total = [...votes.values()].reduce(add, ZERO);
  const half = fraction(total.num, total.den * 2n);
  const found = [...votes].find(([, count]) => compare(count, half) > 0);
  if (found) return found[0];
  return onlyOne(new Set(votes.keys()));
}

/**
 * @param {Election} election
 * @param {readonly Stand[]} stands
 * @param {Tie[]} ties
 * @param {RunoffOptions} options
 */
function whoLeaves(election, stands, ties, options) {
  const stand = stands.at(-1);
  const together = options.together && stand ? hopelessOf(stand) : [];
  return together.length > 0 ? together : [lastOf(election, stands, ties, options)];
}

/**
 * @param {Stand} stand
 * @returns {number[]} the largest group at the end that together has less than the next one; leaves
 *   at least two standing
 */
function hopelessOf({ votes }) {
  const order = [...votes].sort((a, b) => compare(a[1], b[1]));
  let sum = ZERO;
  let found = 0;
  for (let size = 1; size < order.length - 1; size += 1) {
    sum = add(sum, order[size - 1]?.[1] ?? ZERO);
    if (compare(sum, order[size]?.[1] ?? ZERO) < 0) found = size;
  }
  return order.slice(0, found).map(([index]) => index);
}

/**
 * @param {Election} election
 * @param {readonly Stand[]} stands
 * @param {Tie[]} ties
 * @param {RunoffOptions} options
 * @returns {number}
 */
function lastOf(election, stands, ties, options) {
  const now = stands.at(-1)?.votes ?? new Map();
  const tied = lowestOf([...now.keys()], now);
  const earlier = options.tieByOrderOnly ? tied : byEarlierRounds(tied, stands);
  // Whoever stands first in the lot goes before: of equal ones the last in it leaves.
  const drawn = election.lot.filter((index) => earlier.includes(index));
  if (tied.length > 1) {
    const name = (/** @type {number} */ index) => election.candidates[index]?.id ?? '';
    const found = { between: tied.map(name), drawn: drawn.map(name) };
    ties.push(tieInRound({ ...found, about: 'leaves', round: stands.length }));
  }
  return drawn.at(-1) ?? 0;
}

/**
 * @param {readonly number[]} candidates
 * @param {ReadonlyMap<number, Fraction>} votes
 * @returns {number[]}
 */
function lowestOf(candidates, votes) {
  const count = (/** @type {number} */ index) => votes.get(index) ?? ZERO;
  const least = candidates.reduce((best, index) =>
    compare(count(index), count(best)) < 0 ? index : best,
  );
  return candidates.filter((index) => compare(count(index), count(least)) === 0);
}

/**
 * Narrows a tie by the latest round in which they were not equal, then by the ones before it.
 * @param {readonly number[]} tied
 * @param {readonly Stand[]} stands
 * @returns {number[]}
 */
function byEarlierRounds(tied, stands) {
  return stands
    .slice(0, -1)
    .reverse()
    .reduce((left, stand) => lowestOf(left, stand.votes), [...tied]);
}

/**
 * @param {Election} election
 * @param {Stand} stand
 * @param {number} round
 * @returns {Round}
 */
function describeRound(election, stand, round) {
  return {
    round,
    votes: Object.fromEntries(
      election.candidates.flatMap(({ id }, index) => {
        const count = stand.votes.get(index);
        return count ? [[id, decimal(count)]] : [];
      }),
    ),
    exhausted: decimal(stand.exhausted),
  };
}
