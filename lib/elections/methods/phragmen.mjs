/**
 * Sequential Phragmén: every voter earns money at the same speed; a project is bought the moment its
 * supporters have enough together. Ends as soon as the next project no longer fits. Projects nobody
 * supports would wait for ever and come last.
 * Source: Brill, Freeman, Janson, Lackner, "Phragmén's Voting Methods and Justified Representation" (2017).
 * @import { Election, Outcome, Tie } from '../types'
 * @import { Camp } from './supporters.mjs'
 */
import { gcd } from './fraction.mjs';
import { budgetOf, byId, idsOf, supportersOf } from './supporters.mjs';

/**
 * Voters who spent all they had at the same moment, and how many of them support each project.
 * @typedef {{ time: bigint, votes: number[] }} Moment `time`: a whole number of `1 / scale`
 *
 * When the supporters of a project have enough together: `earned / votes`.
 * @typedef {{ index: number, earned: bigint, votes: bigint }} Due
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
    const dues = open
      .map((index) => moments.due(index, costOf(index), votes[index] ?? 0n))
      .filter((due) => due.votes > 0n);
    const soonest = soonestOf(dues);
    const best = soonest.length > 0 ? soonest.map(({ index }) => index) : open;
    if (best.some((index) => costOf(index) > left)) break;
    const winner = best[0] ?? 0;
    if (best.length > 1) {
      const between = idsOf(election, best);
      ties.push({ between, chosen: between.slice(0, 1), about: 'is-paid', by: 'id' });
    }
    if (soonest[0]) moments.spend(soonest[0]);
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
    this.scale = 1n;
    /** @type {Moment[]} */
    this.all = [this.begin(0n)];
    /** When each camp last spent. */
    this.last = camps.map(() => 0);
    for (const camp of this.camps) this.change(0, camp.supports, camp.voters);
  }

  /**
   * @param {bigint} time
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
   * @param {number} index
   * @param {bigint} cost
   * @param {bigint} votes
   * @returns {Due}
   */
  due(index, cost, votes) {
    const spent = this.all.reduce(
      (sum, moment) => sum + moment.time * BigInt(moment.votes[index] ?? 0),
      0n,
    );
    return { index, earned: spent + cost * this.scale, votes };
  }

  /** @param {Due} due */
  spend({ index: project, earned, votes }) {
    const divisor = gcd(earned, votes);
    this.refine(votes / divisor);
    const now = this.all.push(this.begin(earned / divisor)) - 1;
    this.camps.forEach(({ supports, voters }, index) => {
      if (!supports.includes(project)) return;
      this.change(this.last[index] ?? 0, supports, -voters);
      this.change(now, supports, voters);
      this.last[index] = now;
    });
  }

  /** @param {bigint} times */
  refine(times) {
    this.scale *= times;
    for (const moment of this.all) moment.time *= times;
  }
}

/**
 * @param {readonly Due[]} dues by id
 * @returns {Due[]} those that come first, several when at the same moment
 */
function soonestOf(dues) {
  /** @type {Due[]} */
  let first = [];
  for (const due of dues) {
    const other = first[0] ?? due;
    const later = due.earned * other.votes - other.earned * due.votes;
    if (later < 0n || first.length === 0) first = [due];
    else if (later === 0n) first.push(due);
  }
  return first;
}
