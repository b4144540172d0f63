/**
 * The rule most towns use: the project with the most votes first, what no longer fits is skipped.
 * @import { Election, Outcome, Tie } from './types'
 */
import { budgetOf, byId, idsOf, supportersOf } from './supporters.mjs';

/**
 * @param {Election} election
 * @returns {Outcome} by votes; ties to the smaller id
 */
export const greedyByVotes = (election) => greedy(election, (votes) => [votes, 1n]);

/**
 * @param {Election} election
 * @returns {Outcome} by votes for each unit of cost, so that small projects come first
 */
export const greedyByVotesPerCost = (election) =>
  greedy(election, (votes, cost) => (votes === 0n ? [0n, 1n] : [votes, cost]));

/**
 * Spends what is left on the projects not chosen yet, by votes.
 * @param {Election} election
 * @param {ReadonlySet<number>} chosen
 * @returns {Set<number>} with what was added
 */
export function completeByVotes(election, chosen) {
  const { votes } = supportersOf(election);
  return fill(election, chosen, ranking(election, (index) => [votes[index] ?? 0n, 1n]).order);
}

/**
 * @param {Election} election
 * @param {(votes: bigint, cost: bigint) => readonly [bigint, bigint]} worthOf as numerator and
 *   denominator; a denominator of 0 stands for more than any number
 * @returns {Outcome}
 */
function greedy(election, worthOf) {
  const { votes } = supportersOf(election);
  const { order, ties } = ranking(election, (index) =>
    worthOf(votes[index] ?? 0n, election.candidates[index]?.cost ?? 0n),
  );
  const winners = fill(election, new Set(), order);
  return {
    winners: idsOf(election, winners),
    ties: ties
      .map((tied) => ({ tied, chosen: tied.filter((index) => winners.has(index)) }))
      .filter(({ tied, chosen }) => chosen.length > 0 && chosen.length < tied.length)
      .map(
        ({ tied, chosen }) =>
          /** @type {Tie} */ ({
            between: idsOf(election, tied),
            chosen: idsOf(election, chosen),
            by: 'id',
          }),
      ),
    scores: Object.fromEntries(
      election.candidates.map(({ id }, index) => [id, String(votes[index] ?? 0n)]),
    ),
  };
}

/**
 * @param {Election} election
 * @param {(index: number) => readonly [bigint, bigint]} worthOf
 * @returns {{ order: number[], ties: number[][] }} best first; groups of equal value
 */
function ranking(election, worthOf) {
  const values = election.candidates.map((_, index) => worthOf(index));
  const compare = (/** @type {number} */ a, /** @type {number} */ b) => {
    const [x, y] = [values[a] ?? [0n, 1n], values[b] ?? [0n, 1n]];
    const difference = y[0] * x[1] - x[0] * y[1];
    if (difference === 0n)
      return Number(y[1] === 0n && y[0] > 0n) - Number(x[1] === 0n && x[0] > 0n);
    return difference < 0n ? -1 : 1;
  };
  const smallerId = byId(election);
  const order = election.candidates
    .map((_, index) => index)
    .filter((index) => !election.candidates[index]?.withdrawn)
    .sort((a, b) => compare(a, b) || smallerId(a, b));
  /** @type {number[][]} */
  const ties = [];
  for (const index of order) {
    const last = ties.at(-1);
    if (last?.[0] !== undefined && compare(last[0], index) === 0) last.push(index);
    else ties.push([index]);
  }
  return { order, ties: ties.filter((group) => group.length > 1) };
}

/**
 * @param {Election} election
 * @param {ReadonlySet<number>} chosen
 * @param {readonly number[]} order
 */
function fill(election, chosen, order) {
  const winners = new Set(chosen);
  const cost = (/** @type {number} */ index) => election.candidates[index]?.cost ?? 0n;
  let left = [...winners].reduce((rest, index) => rest - cost(index), budgetOf(election));
  for (const index of order) {
    if (winners.has(index) || cost(index) > left) continue;
    winners.add(index);
    left -= cost(index);
  }
  return winners;
}
