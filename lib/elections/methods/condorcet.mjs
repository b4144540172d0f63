/**
 * Rules that compare every two candidates: how many papers put one above the other. Whoever is not
 * named on a paper stands last on it, equal with the others not named.
 * @import { Election, Outcome, Paper } from '../types'
 */
import { fraction } from './fraction.mjs';
import { mostOf } from './plurality.mjs';

/**
 * Only candidates a paper names are walked through: against the others each of them is ahead by as
 * many papers as name the one without the other.
 * @param {Election} election
 * @returns {number[][]} `[a][b]`: papers that put a above b; withdrawn candidates have only zeros
 */
function pairwise(election) {
  const size = election.candidates.length;
  /** @type {number[]} */
  const named = new Array(size).fill(0);
  const above = square(size);
  const equal = square(size);
  for (const { ranks, count } of election.papers) {
    for (const a of ranks.flat()) named[a] = (named[a] ?? 0) + count;
    addAbove(above, ranks, count);
    addEqual(equal, ranks, count);
  }
  const at = (/** @type {number[][]} */ table, /** @type {number} */ a, /** @type {number} */ b) =>
    table[a]?.[b] ?? 0;
  const together = (/** @type {number} */ a, /** @type {number} */ b) =>
    at(above, a, b) + at(above, b, a) + at(equal, a, b);
  const isIn = (/** @type {number} */ index) => !isOut(election, index);
  return above.map((row, a) =>
    row.map((count, b) =>
      isIn(a) && isIn(b) && a !== b ? count + (named[a] ?? 0) - together(a, b) : 0,
    ),
  );
}

/**
 * @param {number} size
 * @returns {number[][]} of zeros
 */
const square = (size) => Array.from({ length: size }, () => new Array(size).fill(0));

/**
 * @param {number[][]} above
 * @param {Paper['ranks']} ranks
 * @param {number} count
 */
function addAbove(above, ranks, count) {
  /** @type {number[]} */
  const below = [];
  for (const rank of ranks.toReversed()) {
    for (const a of rank) addTo(above[a], below, count);
    below.push(...rank);
  }
}

/**
 * @param {number[][]} equal
 * @param {Paper['ranks']} ranks
 * @param {number} count
 */
function addEqual(equal, ranks, count) {
  for (const rank of ranks) {
    if (rank.length > 1) for (const a of rank) addTo(equal[a], rank, count);
  }
}

/**
 * @param {number[] | undefined} row
 * @param {readonly number[]} places
 * @param {number} count
 */
function addTo(row, places, count) {
  if (!row) return;
  for (const place of places) row[place] = (row[place] ?? 0) + count;
}

/**
 * @param {Election} election
 * @param {number} index
 */
const isOut = (election, index) => election.candidates[index]?.withdrawn === true;

/** @typedef {(forIt: number, against: number) => number} Strength of a win; only asked for wins */

/**
 * Schulze by margins: a win is as strong as its lead.
 * @param {Election} election
 */
export const schulzeByMargins = (election) => schulze(election, (a, b) => a - b);

/**
 * Schulze by winning votes: a win is as strong as the votes for it.
 * @param {Election} election
 */
export const schulzeByWinningVotes = (election) => schulze(election, (a) => a);

/**
 * Beats whoever has a stronger chain of wins towards the other than the other way round.
 * Source: Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
 * single-winner election method", Social Choice and Welfare 36 (2011).
 * @param {Election} election
 * @param {Strength} strength
 * @returns {Outcome}
 */
function schulze(election, strength) {
  const table = pairwise(election);
  const paths = table.map((row, a) =>
    row.map((count, b) => {
      const against = table[b]?.[a] ?? 0;
      return count > against ? strength(count, against) : 0;
    }),
  );
  paths.forEach((second, via) => {
    for (const row of paths) widen(row, row[via] ?? 0, second);
  });
  return byWins(election, (a, b) => (paths[a]?.[b] ?? 0) > (paths[b]?.[a] ?? 0));
}

/**
 * Makes every chain at least as strong as the one that goes by way of another candidate.
 * @param {number[]} row chains from one candidate
 * @param {number} first from it to the one on the way
 * @param {readonly number[]} second from there on
 */
function widen(row, first, second) {
  for (let to = 0; to < row.length; to += 1) {
    row[to] = Math.max(row[to] ?? 0, Math.min(first, second[to] ?? 0));
  }
}

/**
 * Whoever is beaten by the fewest comes first. By Schulze's rule beating is transitive, so those
 * beaten by nobody win; the number only orders the others.
 * @param {Election} election
 * @param {(a: number, b: number) => boolean} beats
 */
function byWins(election, beats) {
  const everybody = election.candidates
    .map((_, index) => index)
    .filter((index) => !isOut(election, index));
  return mostOf(
    election,
    election.candidates.map((_, a) => fraction(-everybody.filter((b) => beats(b, a)).length)),
  );
}

/**
 * Copeland: comparisons won less comparisons lost.
 * @param {Election} election
 * @returns {Outcome}
 */
export function copeland(election) {
  const table = pairwise(election);
  return mostOf(
    election,
    table.map((row, a) =>
      fraction(row.reduce((sum, count, b) => sum + Math.sign(count - (table[b]?.[a] ?? 0)), 0)),
    ),
  );
}

/**
 * Minimax by margins: whose worst defeat is the smallest.
 * @param {Election} election
 * @returns {Outcome}
 */
export function minimaxByMargins(election) {
  const table = pairwise(election);
  return mostOf(
    election,
    table.map((row, a) =>
      fraction(-Math.max(0, ...row.map((count, b) => (table[b]?.[a] ?? 0) - count))),
    ),
  );
}
