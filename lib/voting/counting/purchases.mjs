/**
 * One run of Equal Shares with a fixed endowment: who pays how much for what, in which order.
 * @import { Election, Tie } from './types'
 * @import { Camp } from './supporters.mjs'
 */
import { gcd } from './fraction.mjs';
import { byId, idsOf } from './supporters.mjs';

/**
 * What a bought project is worth to a supporter: its cost, or one like any other.
 * @typedef {'cost' | 'cardinality'} Satisfaction
 *
 * All money is a whole number of `1 / scale` of the smallest amount; one purse for each camp's voter.
 * @typedef {{ scale: bigint, left: bigint[] }} Purses
 *
 * @typedef {{ election: Election, satisfaction: Satisfaction, budget: bigint, voters: bigint,
 *   camps: Camp[], projects: Project[] }} Market
 * @typedef {{ index: number, cost: bigint, votes: bigint, camps: number[] }} Project
 * @typedef {{ project: number, scale: bigint, price: bigint, payers: bigint }} Bought every payer
 *   gives `price / (payers * scale)`
 * @typedef {{ purchases: Bought[], ties: Tie[], cost: bigint }} Run
 */

/**
 * One run with a fixed endowment.
 * @param {Market} market
 * @param {bigint} endowment of all voters together
 * @returns {Run}
 */
export function buy(market, endowment) {
  /** @type {Purses} */
  const purses = { scale: market.voters, left: market.camps.map(() => endowment) };
  // What a project asked of its supporters when last looked at: it can only ask for more later,
  // so a project that asked for more than the best offer need not be looked at again.
  let open = market.projects.map((project) => ({ project, offer: cheapest(market, project) }));
  /** @type {Run} */
  const run = { purchases: [], ties: [], cost: 0n };
  for (;;) {
    open.sort((a, b) => compareOffers(a.offer, b.offer));
    const { best, equal, dropped } = bestOffer(market, purses, open);
    if (!best) return run;
    if (equal.length > 1) run.ties.push(tieOf(market, equal));
    pay(purses, best);
    run.purchases.push({ ...best.bought, project: best.project.index });
    run.cost += best.project.cost;
    open = open.filter((entry) => entry.project !== best.project && !dropped.has(entry.project));
  }
}

/**
 * What one supporter pays for one unit of satisfaction, as a fraction of amounts.
 * @typedef {{ num: bigint, den: bigint }} Offer
 * @typedef {{ project: Project, offer: Offer, bought: Omit<Bought, 'project'> }} Candidate
 */

/**
 * @param {Market} market
 * @param {Project} project
 * @returns {Offer} the least it can ever ask
 */
function cheapest(market, project) {
  return market.satisfaction === 'cost'
    ? { num: 1n, den: project.votes }
    : { num: project.cost, den: project.votes };
}

/**
 * @param {Offer} a
 * @param {Offer} b
 */
function compareOffers(a, b) {
  const difference = a.num * b.den - b.num * a.den;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/**
 * @param {Market} market
 * @param {Purses} purses
 * @param {{ project: Project, offer: Offer }[]} open by their last offer
 * @returns {{ best: Candidate | null, equal: Project[], dropped: Set<Project> }} the first of the
 *   best ones by id; dropped: no longer affordable, now or ever
 */
function bestOffer(market, purses, open) {
  /** @type {Candidate[]} */
  let found = [];
  /** @type {Set<Project>} */
  const dropped = new Set();
  for (const entry of open) {
    const lowest = found[0]?.offer;
    if (lowest && compareOffers(entry.offer, lowest) > 0) break;
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
  const order = found[0] ? compareOffers(candidate.offer, found[0].offer) : -1;
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
  const bought = shareOf(market, purses, project);
  if (!bought) return null;
  const { price, payers } = bought;
  const den = payers * purses.scale;
  const offer =
    market.satisfaction === 'cost' ? { num: price, den: den * project.cost } : { num: price, den };
  return { project, offer, bought };
}

/**
 * The equal payment that covers the cost when those who have less give all they have: found by
 * setting aside whoever cannot pay the present share until nobody has to be set aside.
 * @param {Market} market
 * @param {Purses} purses
 * @param {Project} project
 * @returns {Omit<Bought, 'project'> | null}
 */
function shareOf(market, purses, project) {
  let price = project.cost * purses.scale;
  let payers = project.votes;
  let able = project.camps;
  while (payers > 0n) {
    const poor = able.filter((camp) => (purses.left[camp] ?? 0n) * payers < price);
    if (poor.length === 0) return { scale: purses.scale, price, payers };
    for (const camp of poor) {
      const voters = market.camps[camp]?.voters ?? 0n;
      price -= (purses.left[camp] ?? 0n) * voters;
      payers -= voters;
    }
    const gone = new Set(poor);
    able = able.filter((camp) => !gone.has(camp));
  }
  return null;
}

/**
 * @param {Purses} purses
 * @param {Candidate} best
 */
function pay(purses, { project, bought }) {
  const divisor = gcd(bought.price, bought.payers);
  const finer = bought.payers / divisor;
  const share = bought.price / divisor;
  if (finer > 1n) {
    purses.scale *= finer;
    purses.left = purses.left.map((left) => left * finer);
  }
  for (const camp of project.camps) {
    const left = purses.left[camp] ?? 0n;
    purses.left[camp] = left > share ? left - share : 0n;
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
  return { between, chosen: between.slice(0, 1), by: 'id' };
}
