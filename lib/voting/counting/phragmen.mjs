/**
 * Sequential Phragmén: every voter earns money at the same speed; a project is bought the moment its
 * supporters have enough together. Ends as soon as the next project no longer fits. Projects nobody
 * supports would wait for ever and come last.
 * Source: Brill, Freeman, Janson, Lackner, "Phragmén's Voting Methods and Justified Representation" (2017).
 * @import { Election, Fraction, Outcome, Tie } from './types'
 * @import { Camp } from './supporters.mjs'
 */
import { add, compare, fraction, ZERO } from './fraction.mjs';
import { budgetOf, byId, idsOf, supportersOf } from './supporters.mjs';

/**
 * Voters who spent all they had at the same moment, and how many of them support each project.
 * @typedef {{ time: Fraction, votes: number[] }} Moment
 */

/**
 * @param {Election} election
 * @returns {Outcome}
 */
export function sequentialPhragmen(election) {
  const { camps, votes } = supportersOf(election);
  const moments = new Moments(camps, election.candidates.length);
  const budget = budgetOf(election);
  const costOf = (/** @type {number} */ index) => election.candidates[index]?.cost ?? 0n;
  /** @type {Tie[]} */
  const ties = [];
  /** @type {number[]} */
  const chosen = [];
  let left = budget;
  let open = election.candidates
    .map((_, index) => index)
    .filter((index) => !election.candidates[index]?.withdrawn && costOf(index) <= budget)
    .sort(byId(election));
  while (open.length > 0) {
    const supported = open.filter((index) => (votes[index] ?? 0n) > 0n);
    const times = supported.map((index) => {
      const { num, den } = add(moments.spentBy(index), fraction(costOf(index)));
      return fraction(num, den * (votes[index] ?? 1n));
    });
    const { best, time } = soonest(supported, times) ?? { best: open, time: ZERO };
    if (best.some((index) => costOf(index) > left)) break;
    const winner = best[0] ?? 0;
    if (best.length > 1) {
      const between = idsOf(election, best);
      ties.push({ between, chosen: between.slice(0, 1), by: 'id' });
    }
    moments.spend(winner, time);
    chosen.push(winner);
    left -= costOf(winner);
    open = open.filter((index) => index !== winner);
  }
  return { winners: idsOf(election, chosen), ties };
}

class Moments {
  /**
   * @param {readonly Camp[]} camps
   * @param {number} size number of projects
   */
  constructor(camps, size) {
    this.size = size;
    this.camps = camps.map(({ supports, voters }) => ({ supports, voters: Number(voters) }));
    /** @type {Moment[]} */
    this.all = [this.begin(ZERO)];
    /** When each camp last spent. */
    this.last = camps.map(() => 0);
    for (const camp of this.camps) this.change(0, camp.supports, camp.voters);
  }

  /**
   * @param {Fraction} time
   * @returns {Moment}
   */
  begin(time) {
    return { time, votes: new Array(this.size).fill(0) };
  }

  /**
   * @param {number} moment
   * @param {readonly number[]} supports
   * @param {number} voters
   */
  change(moment, supports, voters) {
    const votes = this.all[moment]?.votes ?? [];
    for (const project of supports) votes[project] = (votes[project] ?? 0) + voters;
  }

  /**
   * @param {number} project
   * @returns {Fraction} what its supporters have spent so far, all together
   */
  spentBy(project) {
    return this.all.reduce((sum, { time, votes }) => {
      const count = votes[project] ?? 0;
      return count === 0 || time.num === 0n
        ? sum
        : add(sum, fraction(time.num * BigInt(count), time.den));
    }, ZERO);
  }

  /**
   * @param {number} project
   * @param {Fraction} time
   */
  spend(project, time) {
    const now = this.all.push(this.begin(time)) - 1;
    this.camps.forEach(({ supports, voters }, index) => {
      if (!supports.includes(project)) return;
      this.change(this.last[index] ?? 0, supports, -voters);
      this.change(now, supports, voters);
      this.last[index] = now;
    });
  }
}

/**
 * @param {readonly number[]} projects by id
 * @param {readonly Fraction[]} times of the same
 * @returns {{ best: number[], time: Fraction } | null}
 */
function soonest(projects, times) {
  const [first, ...others] = times;
  if (!first) return null;
  const time = others.reduce((least, other) => (compare(other, least) < 0 ? other : least), first);
  return {
    best: projects.filter((_, index) => compare(times[index] ?? ZERO, time) === 0),
    time,
  };
}
