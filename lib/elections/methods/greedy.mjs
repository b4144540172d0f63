/**
 * The rule most towns use: the project with the most votes first, what no longer fits is skipped.
 * @import { Election, Outcome, Tie } from '../types'
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
 * @returns {Spent} with what was added
 */
export function completeByVotes(election, chosen) {
  const { votes } = supportersOf(election);
  return fill(
    election,
    chosen,
    ranking(election, (index) => [votes[index] ?? 0n, 1n]),
  );
}

/** @typedef {{ winners: Set<number>, ties: Tie[] }} Spent */

/**
 * @param {Election} election
 * @param {(votes: bigint, cost: bigint) => readonly [bigint, bigint]} worthOf as numerator and
 *   denominator; a denominator of 0 stands for more than any number
 * @returns {Outcome}
 */
function greedy(election, worthOf) {
  const { votes } = supportersOf(election);
  const order = ranking(election, (index) =>
    worthOf(votes[index] ?? 0n, election.candidates[index]?.cost ?? 0n),
  );
  const { winners, ties } = fill(election, new Set(), order);
  return {
    winners: idsOf(election, winners),
    ties,
    scores: Object.fromEntries(
      election.candidates.map(({ id }, index) => [id, String(votes[index] ?? 0n)]),
    ),
  };
}

/**
 * @param {Election} election
 * @param {(index: number) => readonly [bigint, bigint]} worthOf
 * @returns {number[][]} best first; those of equal value together, the smaller id first
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
  const groups = [];
  for (const index of order) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && compare(last[0], index) === 0) last.push(index);
    else groups.push([index]);
  }
  return groups;
}

/**
 * @param {Election} election
 * @param {ReadonlySet<number>} chosen
 * @param {readonly (readonly number[])[]} groups
 * @returns {Spent} a tie is told where equal ones fit one by one, but not together
 */
function fill(election, chosen, groups) {
  const winners = new Set(chosen);
  /** @type {Tie[]} */
  const ties = [];
  const cost = (/** @type {number} */ index) => election.candidates[index]?.cost ?? 0n;
  let left = [...winners].reduce((rest, index) => rest - cost(index), budgetOf(election));
  for (const group of groups) {
    const fitting = group.filter((index) => !winners.has(index) && cost(index) <= left);
    const rival = fitting.filter((index) => cost(index) > 0n);
    const isTie = rival.reduce((sum, index) => sum + cost(index), 0n) > left;
    for (const index of fitting) {
      if (cost(index) > left) continue;
      winners.add(index);
      left -= cost(index);
    }
    if (!isTie) continue;
    const bought = rival.filter((index) => winners.has(index));
    ties.push({
      between: idsOf(election, rival),
      chosen: idsOf(election, bought),
      about: 'is-paid',
      by: 'id',
    });
  }
  return { winners, ties };
}
