/**
 * Sequential Phragmén: every voter earns money at the same speed; a project is bought the moment its
 * supporters have enough together. Ends as soon as the next project no longer fits. Projects nobody
 * supports would wait for ever and come last.
 * Source: Brill, Freeman, Janson, Lackner, "Phragmén's Voting Methods and Justified Representation" (2017).
 * @import { Election, Fraction, Outcome, Tie } from './types'
 */
import { add, compare, fraction, ZERO } from './fraction.mjs';
import { budgetOf, byId, idsOf, supportersOf } from './supporters.mjs';

/**
 * @param {Election} election
 * @returns {Outcome}
 */
export function sequentialPhragmen(election) {
  const { camps, votes } = supportersOf(election);
  const loads = camps.map(() => ZERO);
  const budget = budgetOf(election);
  /** @type {Tie[]} */
  const ties = [];
  /** @type {number[]} */
  const chosen = [];
  let left = budget;
  let open = election.candidates
    .map((_, index) => index)
    .filter((index) => !election.candidates[index]?.withdrawn && costOf(election, index) <= budget)
    .sort(byId(election));
  while (open.length > 0) {
    const { best, time } = soonest(election, camps, loads, votes, open);
    if (best.some((index) => costOf(election, index) > left)) break;
    const winner = best[0] ?? 0;
    if (best.length > 1) {
      const between = idsOf(election, best);
      ties.push({ between, chosen: between.slice(0, 1), by: 'id' });
    }
    camps.forEach((camp, index) => {
      if (camp.supports.includes(winner)) loads[index] = time;
    });
    chosen.push(winner);
    left -= costOf(election, winner);
    open = open.filter((index) => index !== winner);
  }
  return { winners: idsOf(election, chosen), ties };
}

/**
 * @param {Election} election
 * @param {number} index
 */
const costOf = (election, index) => election.candidates[index]?.cost ?? 0n;

/**
 * @param {Election} election
 * @param {readonly import('./supporters.mjs').Camp[]} camps
 * @param {readonly Fraction[]} loads
 * @param {readonly bigint[]} votes
 * @param {readonly number[]} open by id
 * @returns {{ best: number[], time: Fraction }}
 */
function soonest(election, camps, loads, votes, open) {
  const earned = new Map(open.map((index) => [index, ZERO]));
  camps.forEach((camp, position) => {
    const load = loads[position] ?? ZERO;
    if (load.num === 0n) return;
    for (const index of camp.supports) {
      const sum = earned.get(index);
      if (sum) earned.set(index, add(sum, fraction(load.num * camp.voters, load.den)));
    }
  });
  /** @type {{ best: number[], time: Fraction } | null} */
  let found = null;
  const supported = open.filter((index) => (votes[index] ?? 0n) > 0n);
  for (const index of supported) {
    const { num, den } = add(earned.get(index) ?? ZERO, fraction(costOf(election, index)));
    const time = fraction(num, den * (votes[index] ?? 1n));
    const order = found ? compare(time, found.time) : -1;
    if (order < 0) found = { best: [index], time };
    else if (order === 0) found?.best.push(index);
  }
  return found ?? { best: [...open], time: ZERO };
}
