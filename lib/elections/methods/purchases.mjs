/**
 * One run of Equal Shares with a fixed endowment: who pays how much for what, in which order.
 * @import { Line } from './horizon.mjs'
 * @import { Group } from './purses.mjs'
 * @import { Election, Tie } from '../types'
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
 * @typedef {{ project: number, scale: bigint, price: Line, payers: bigint, partial: bigint }} Bought
 *   every payer gives `price / (payers * scale)`, the partial ones what they have
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
    const { best, equal, dropped } = bestOffer(market, purses, open);
    if (endowment.rise !== 0n) watch(market, purses, { open, best, dropped }, horizon);
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
 * @typedef {{ project: Project, offer: Offer }} Entry
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
 * @param {Market} market
 * @param {Purses} purses
 * @param {Entry[]} open by their last offer
 * @returns {{ best: Candidate | null, equal: Project[], dropped: Set<Project> }} the first of the
 *   best ones by id; dropped: no longer affordable
 */
function bestOffer(market, purses, open) {
  /** @type {Candidate[]} */
  let found = [];
  /** @type {Set<Project>} */
  const dropped = new Set();
  for (const entry of open) {
    const lowest = found[0]?.offer;
    if (lowest && compareNow(entry.offer, lowest) > 0) continue;
    const candidate = offerOf(market, purses, entry.project);
    if (candidate) {
      entry.offer = candidate.offer;
      found = keepBest(found, candidate);
    } else dropped.add(entry.project);
  }
  const inOrder = byId(market.election);
  const equal = found.toSorted((a, b) => inOrder(a.project.index, b.project.index));
  return { best: equal[0] ?? null, equal: equal.map(({ project }) => project), dropped };
}

/**
 * @param {Candidate[]} found equal to each other
 * @param {Candidate} candidate
 */
function keepBest(found, candidate) {
  const order = found[0] ? compareNow(candidate.offer, found[0].offer) : -1;
  if (order > 0) return found;
  return order < 0 ? [candidate] : [...found, candidate];
}

/**
 * @param {Market} market
 * @param {Purses} purses
 * @param {Project} project
 * @returns {Candidate | null} null when its supporters cannot pay for it
 */
function offerOf(market, purses, project) {
  const bought = shareOf(purses, project);
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
 * @returns {Omit<Bought, 'project'> | null}
 */
function shareOf(purses, project) {
  const price = { now: project.cost * purses.scale, rise: 0n };
  let payers = project.votes;
  let partial = 0n;
  let able = purses.groupsOf(project.camps);
  while (payers > 0n) {
    const isPoor = (/** @type {Group} */ { left }) => left.now * payers < price.now;
    const poor = new Set(able.filter(isPoor));
    if (poor.size === 0) return { scale: purses.scale, price, payers, partial };
    for (const { left, voters } of poor) {
      price.now -= left.now * voters;
      price.rise -= left.rise * voters;
      payers -= voters;
      if (left.now > 0n) partial += voters;
    }
    able = able.filter((group) => !poor.has(group));
  }
  return null;
}

/**
 * Asks the horizon what has to stay as it is for the same purchase: who can pay the whole share of
 * the best project, that nobody can pay for a dropped one, and that no other one asks for less. What
 * another one asks for is never less than its offer, also with a larger endowment: whoever has to
 * be set aside gives no more than the share, and nobody's purse grows during a run.
 * @param {Market} market
 * @param {Purses} purses
 * @param {{ open: Entry[], best: Candidate | null, dropped: ReadonlySet<Project> }} found
 * @param {Horizon} horizon
 */
function watch(market, purses, { open, best, dropped }, horizon) {
  for (const { cost, camps } of dropped) {
    const groups = purses.groupsOf(camps);
    const now = groups.reduce((sum, { left, voters }) => sum + left.now * voters, 0n);
    const rise = groups.reduce((sum, { left, voters }) => sum + left.rise * voters, 0n);
    horizon.isBelowZero(now - cost * purses.scale, rise);
  }
  if (!best) return;
  const { price, payers } = best.bought;
  for (const { left } of purses.groupsOf(best.project.camps)) {
    horizon.isBelowZero(left.now * payers - price.now, left.rise * payers - price.rise);
  }
  const inOrder = byId(market.election);
  for (const { project, offer } of open) {
    if (project === best.project || dropped.has(project)) continue;
    // An equal one with a smaller id would come first.
    const needed = inOrder(project.index, best.project.index) < 0 ? 1n : 0n;
    const now = offer.num.now * best.offer.den - best.offer.num.now * offer.den;
    const rise = offer.num.rise * best.offer.den - best.offer.num.rise * offer.den;
    horizon.keepAbove(now - needed, rise);
  }
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
  return { between, chosen: between.slice(0, 1), about: 'is-paid', by: 'id' };
}
