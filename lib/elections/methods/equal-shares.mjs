/**
 * The Method of Equal Shares: the budget is split equally among the voters; a project is bought
 * when its supporters can pay for it together, the cheapest for them first.
 * Source: Peters, Pierczyński, Skowron, "Proportional Participatory Budgeting with Additive
 * Utilities" (2021), sections 3 and 4; https://equalshares.net/explanation
 * @import { Election, Outcome, Purchase } from '../types'
 * @import { Bought, Market, Run, Satisfaction } from './purchases.mjs'
 */

import { fraction } from './fraction.mjs';
import { completeByVotes } from './greedy.mjs';
import { buy } from './purchases.mjs';
import { budgetOf, byId, idsOf, supportersOf } from './supporters.mjs';

/**
 * How the endowment grows when money is left over. `exhaustive`: by one unit of currency for every
 * voter until nothing more fits, or until the next step would cost more than the budget (then the
 * outcome before it). `next-exceeds`: stops only when the next step would cost more than the budget.
 * @typedef {'exhaustive' | 'next-exceeds'} StopRule
 *
 * @typedef {{ satisfaction: Satisfaction, stop?: StopRule, integral?: boolean, byVotes?: boolean }}
 *   SharesOptions `integral`: starts at whole units of currency; `byVotes`: what is left at the end
 *   goes to the projects with the most votes
 */

/**
 * @param {Election} election
 * @param {SharesOptions} options
 * @returns {Outcome}
 */
export function equalShares(election, options) {
  const market = marketOf(election, options.satisfaction);
  const { run, endowment } = options.stop
    ? growEndowment(market, options.stop, options.integral === true)
    : { run: buy(market, { now: market.budget, rise: 0n }), endowment: market.budget };
  const bought = new Set(run.purchases.map((purchase) => purchase.project));
  const rest = options.byVotes ? completeByVotes(election, bought) : { winners: bought, ties: [] };
  return {
    winners: idsOf(election, rest.winners),
    ties: [...run.ties, ...rest.ties],
    purchases: run.purchases.map((purchase) => toPurchase(market, purchase)),
    endowment: fraction(endowment, market.voters * election.unit || 1n),
  };
}

/**
 * Projects that cost nothing or that nobody supports are never bought with anybody's money.
 * @param {Election} election
 * @param {Satisfaction} satisfaction
 * @returns {Market}
 */
function marketOf(election, satisfaction) {
  const { camps, votes, voters } = supportersOf(election);
  /** @type {number[][]} */
  const campsOf = election.candidates.map(() => []);
  camps.forEach((camp, index) => {
    for (const project of camp.supports) campsOf[project]?.push(index);
  });
  const projects = election.candidates
    .map(({ cost }, index) => ({
      index,
      cost,
      votes: votes[index] ?? 0n,
      camps: campsOf[index] ?? [],
    }))
    .filter(({ cost, votes: support }) => cost > 0n && support > 0n)
    .sort((a, b) => byId(election)(a.index, b.index));
  return { election, satisfaction, budget: budgetOf(election), voters, camps, projects };
}

/**
 * @param {Market} market
 * @param {StopRule} stop
 * @param {boolean} integral
 * @returns {{ run: Run, endowment: bigint }} the endowment of all voters together
 */
function growEndowment(market, stop, integral) {
  const { budget, voters, projects } = market;
  const step = voters * market.election.unit;
  const pace = new Pace();
  const given = (/** @type {bigint} */ now) => {
    const run = buy(market, { now, rise: pace.isLooking() ? step : 0n });
    return { run, endowment: now, ahead: pace.ahead(run.steps) };
  };
  let best = given(integral && step > 0n ? (budget / step) * step : budget);
  // Where everything fits, no step can ever cost too much: then there is nothing to stop at, and the
  // program this variant comes from leaves the outcome as it is.
  if (stop === 'next-exceeds' && costOfAll(projects) <= budget) return best;
  const isDone = (/** @type {Run} */ run) =>
    run.purchases.length === projects.length ||
    (stop === 'exhaustive' && isExhaustive(market, run));
  while (!isDone(best.run)) {
    const next = given(best.endowment + step * (best.ahead + 1n));
    if (next.run.cost > budget) return best.ahead === 0n ? best : given(next.endowment - step);
    best = next;
  }
  return best;
}

/** Looking ahead takes as long as a second run: where it gained nothing, some steps go without. */
class Pace {
  pause = 0;
  blind = 0;

  isLooking() {
    return this.blind === 0;
  }

  /**
   * @param {bigint | null} steps of the run just made
   * @returns {bigint} how many steps need not be run
   */
  ahead(steps) {
    if (this.blind > 0) {
      this.blind -= 1;
      return 0n;
    }
    const gained = steps ?? 0n;
    this.pause = gained > 1n ? 0 : Math.min(2 * this.pause + 1, 31);
    this.blind = this.pause;
    return gained;
  }
}

/** @param {Market['projects']} projects */
const costOfAll = (projects) => projects.reduce((sum, { cost }) => sum + cost, 0n);

/**
 * @param {Market} market
 * @param {Run} run
 * @returns {boolean} whether no project that somebody supports fits into what is left
 */
function isExhaustive(market, run) {
  const bought = new Set(run.purchases.map((purchase) => purchase.project));
  const left = market.budget - run.cost;
  return market.projects.every(({ index, cost }) => bought.has(index) || cost > left);
}

/**
 * @param {Market} market
 * @param {Bought} bought
 * @returns {Purchase}
 */
function toPurchase({ election, projects }, bought) {
  const project = projects.find(({ index }) => index === bought.project);
  return {
    id: election.candidates[bought.project]?.id ?? '',
    cost: fraction(project?.cost ?? 0n, election.unit),
    supporters: Number(project?.votes ?? 0n),
    share: fraction(bought.price.now, bought.payers * bought.scale * election.unit),
    payers: Number(bought.payers),
    partial: Number(bought.partial),
  };
}
