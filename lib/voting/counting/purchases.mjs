/**
 * One run of Equal Shares with a fixed endowment: who pays how much for what, in which order.
 * @import { Line } from './horizon.mjs'
 * @import { Group } from './purses.mjs'
 * @import { Election, Tie } from './types'
 * @import { Camp } from './supporters.mjs'
 */
import { Horizon } from './horizon.mjs';
import { Purses } from './purses.mjs';
import { byId, idsOf } from './supporters.mjs';

/**
 * What a bought project is worth to a supporter: its cost, or one like any other.
 * @typedef {'cost' | 'cardinality'} Satisfaction
 *
 * @typedef {{ election: Election, satisfaction: Satisfaction, budget: bigint, voters: bigint,
 *   camps: Camp[], projects: Project[] }} Market
 * @typedef {{ index: number, cost: bigint, votes: bigint, camps: number[] }} Project
 * @typedef {{ project: number, scale: bigint, price: Line, payers: bigint }} Bought every payer
 *   gives `price / (payers * scale)`
 * @typedef {{ purchases: Bought[], ties: Tie[], cost: bigint, steps: bigint | null }} Run `steps`: how
 *   many further steps of the endowment buy the same from the same people; null: all
 */

/**
 * One run with a fixed endowment.
 * @param {Market} market
 * @param {Line} endowment of all voters together, and by how much the next step would raise it
 * @returns {Run}
 */
export function buy(market, endowment) {
  const purses = new Purses(market.camps, market.voters, endowment);
  const horizon = new Horizon();
  // What a project asked of its supporters when last looked at: it can only ask for more later,
  // so a project that asked for more than the best offer need not be looked at again.
  let open = market.projects.map((project) => ({ project, offer: cheapest(market, project) }));
  /** @type {Run} */
  const run = { purchases: [], ties: [], cost: 0n, steps: null };
  for (;;) {
    open.sort((a, b) => compareNow(a.offer, b.offer));
    const { best, equal, dropped } = bestOffer(market, purses, open, horizon);
    if (!best) break;
    if (equal.length > 1) run.ties.push(tieOf(market, equal));
    purses.pay(best.project.camps, best.bought);
    run.purchases.push({ ...best.bought, project: best.project.index });
    run.cost += best.project.cost;
    open = open.filter((entry) => entry.project !== best.project && !dropped.has(entry.project));
  }
  run.steps = horizon.steps;
  return run;
}

/**
 * What one supporter pays for one unit of satisfaction, as a fraction of amounts.
 * @typedef {{ num: Line, den: bigint }} Offer
 * @typedef {{ project: Project, offer: Offer, bought: Omit<Bought, 'project'> }} Candidate
 */

/**
 * @param {Market} market
 * @param {Project} project
 * @returns {Offer} the least it can ever ask
 */
function cheapest(market, project) {
  const now = market.satisfaction === 'cost' ? 1n : project.cost;
  return { num: { now, rise: 0n }, den: project.votes };
}

/**
 * @param {Offer} a
 * @param {Offer} b
 */
function compareNow(a, b) {
  const difference = a.num.now * b.den - b.num.now * a.den;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/**
 * @param {Offer} a
 * @param {Offer} b
 * @param {Horizon} horizon
 */
const compareOffers = (a, b, horizon) =>
  horizon.sign(a.num.now * b.den - b.num.now * a.den, a.num.rise * b.den - b.num.rise * a.den);

/**
 * @param {Market} market
 * @param {Purses} purses
 * @param {{ project: Project, offer: Offer }[]} open by their last offer
 * @param {Horizon} horizon
 * @returns {{ best: Candidate | null, equal: Project[], dropped: Set<Project> }} the first of the
 *   best ones by id; dropped: no longer affordable, now or ever
 */
function bestOffer(market, purses, open, horizon) {
  /** @type {Candidate[]} */
  let found = [];
  /** @type {Set<Project>} */
  const dropped = new Set();
  for (const entry of open) {
    const lowest = found[0]?.offer;
    if (lowest && compareOffers(entry.offer, lowest, horizon) > 0) continue;
    const candidate = offerOf(market, purses, entry.project, horizon);
    if (candidate) {
      entry.offer = candidate.offer;
      found = keepBest(found, candidate, horizon);
    } else dropped.add(entry.project);
  }
  const inOrder = byId(market.election);
  const equal = found.toSorted((a, b) => inOrder(a.project.index, b.project.index));
  return { best: equal[0] ?? null, equal: equal.map(({ project }) => project), dropped };
}

/**
 * @param {Candidate[]} found equal to each other
 * @param {Candidate} candidate
 * @param {Horizon} horizon
 */
function keepBest(found, candidate, horizon) {
  const order = found[0] ? compareOffers(candidate.offer, found[0].offer, horizon) : -1;
  if (order > 0) return found;
  return order < 0 ? [candidate] : [...found, candidate];
}

/**
 * @param {Market} market
 * @param {Purses} purses
 * @param {Project} project
 * @param {Horizon} horizon
 * @returns {Candidate | null} null when its supporters cannot pay for it
 */
function offerOf(market, purses, project, horizon) {
  const bought = shareOf(purses, project, horizon);
  if (!bought) return null;
  const { price: num, payers } = bought;
  const den = payers * purses.scale;
  return {
    project,
    offer: { num, den: market.satisfaction === 'cost' ? den * project.cost : den },
    bought,
  };
}

/**
 * The equal payment that covers the cost when those who have less give all they have: found by
 * setting aside whoever cannot pay the present share until nobody has to be set aside.
 * @param {Purses} purses
 * @param {Project} project
 * @param {Horizon} horizon
 * @returns {Omit<Bought, 'project'> | null}
 */
function shareOf(purses, project, horizon) {
  const price = { now: project.cost * purses.scale, rise: 0n };
  let payers = project.votes;
  let able = purses.groupsOf(project.camps);
  while (payers > 0n) {
    const isPoor = (/** @type {Group} */ { left }) =>
      horizon.isBelowZero(left.now * payers - price.now, left.rise * payers - price.rise);
    const poor = new Set(able.filter(isPoor));
    if (poor.size === 0) return { scale: purses.scale, price, payers };
    for (const { left, voters } of poor) {
      price.now -= left.now * voters;
      price.rise -= left.rise * voters;
      payers -= voters;
    }
    able = able.filter((group) => !poor.has(group));
  }
  return null;
}

/**
 * @param {Market} market
 * @param {Project[]} equal
 * @returns {Tie}
 */
function tieOf({ election }, equal) {
  const between = idsOf(
    election,
    equal.map((project) => project.index),
  );
  return { between, chosen: between.slice(0, 1), by: 'id' };
}
