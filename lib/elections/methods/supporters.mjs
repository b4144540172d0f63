/**
 * Who supports what, for the rules that give out a budget: a voter supports whatever the paper
 * names (with points: whatever got more than none), however often and in whatever order.
 * @import { Election, Paper } from '../types'
 */

/**
 * @typedef {{ voters: bigint, supports: readonly number[] }} Camp voters with the very same support
 */

/**
 * @param {Election} election
 * @returns {{ camps: Camp[], votes: bigint[], voters: bigint }} votes by candidate; voters include
 *   those who support nothing
 */
export function supportersOf(election) {
  /** @type {Map<string, { voters: bigint, supports: number[] }>} */
  const camps = new Map();
  const votes = election.candidates.map(() => 0n);
  let voters = 0n;
  for (const paper of election.papers) {
    const count = BigInt(paper.count);
    voters += count;
    const supports = supportOf(election, paper);
    for (const candidate of supports) votes[candidate] = (votes[candidate] ?? 0n) + count;
    if (supports.length === 0) continue;
    const key = supports.join();
    const camp = camps.get(key);
    if (camp) camp.voters += count;
    else camps.set(key, { voters: count, supports });
  }
  return { camps: [...camps.values()], votes, voters };
}

/**
 * @param {Election} election
 * @param {Paper} paper
 * @returns {number[]} positions, ascending
 */
function supportOf(election, paper) {
  const named = new Set(paper.ranks.flat());
  return [...named]
    .filter((candidate) => !election.candidates[candidate]?.withdrawn)
    .filter((candidate) => !paper.points || (paper.points.get(candidate) ?? 0n) > 0n)
    .sort((a, b) => a - b);
}

/**
 * Ties between projects go to the smaller id, compared as text.
 * @param {Election} election
 * @returns {(a: number, b: number) => number}
 */
export function byId(election) {
  const ids = election.candidates.map((candidate) => candidate.id);
  return (a, b) => {
    const [x, y] = [ids[a] ?? '', ids[b] ?? ''];
    if (x === y) return 0;
    return x < y ? -1 : 1;
  };
}

/**
 * @param {Election} election
 * @param {Iterable<number>} chosen
 * @returns {string[]} their ids, ordered as text
 */
export function idsOf(election, chosen) {
  return [...chosen].sort(byId(election)).map((index) => election.candidates[index]?.id ?? '');
}

/**
 * @param {Election} election
 * @returns {bigint}
 */
export function budgetOf(election) {
  if (election.budget === null) throw new RangeError('this rule needs a budget');
  return election.budget;
}
