/**
 * Rules that compare every two candidates: how many papers put one above the other. Whoever is not
 * named on a paper stands last on it, equal with the others not named.
 * @import { Election, Outcome, Paper } from './types'
 */
import { fraction } from './fraction.mjs';
import { mostOf } from './plurality.mjs';

/**
 * Only candidates a paper names are walked through: against the others each of them is ahead by as
 * many papers as name the one without the other.
 * @param {Election} election
 * @returns {number[][]} `[a][b]`: papers that put a above b; withdrawn candidates have only zeros
 */
export function pairwise(election) {
  const size = election.candidates.length;
  const named = new Array(size).fill(0);
  const together = Array.from({ length: size }, () => new Array(size).fill(0));
  const above = Array.from({ length: size }, () => new Array(size).fill(0));
  for (const paper of election.papers) {
    const places = placesOf(paper);
    for (const [a, placeOfA] of places) {
      named[a] += paper.count;
      const [both, over] = [together[a] ?? [], above[a] ?? []];
      for (const [b, placeOfB] of places) {
        both[b] += paper.count;
        if (placeOfA < placeOfB) over[b] += paper.count;
      }
    }
  }
  const isIn = (/** @type {number} */ index) => !isOut(election, index);
  return above.map((row, a) =>
    row.map((count, b) =>
      isIn(a) && isIn(b) && a !== b ? count + named[a] - (together[a]?.[b] ?? 0) : 0,
    ),
  );
}

/**
 * @param {Paper} paper
 * @returns {[number, number][]} candidates named, each with its rank
 */
function placesOf(paper) {
  return paper.ranks.flatMap((rank, position) =>
    rank.map((candidate) => /** @type {[number, number]} */ ([candidate, position])),
  );
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
  const size = paths.length;
  for (let via = 0; via < size; via += 1) {
    for (let a = 0; a < size; a += 1) {
      const row = paths[a] ?? [];
      const first = row[via] ?? 0;
      for (let b = 0; b < size; b += 1) {
        if (a === b) continue;
        row[b] = Math.max(row[b] ?? 0, Math.min(first, paths[via]?.[b] ?? 0));
      }
    }
  }
  return byWins(election, (a, b) => (paths[a]?.[b] ?? 0) > (paths[b]?.[a] ?? 0));
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
