/**
 * Single transferable vote for several seats, weighted inclusive Gregory method: a surplus is passed
 * on by all papers of the elected, each at a reduced value; values have five decimals, what is
 * smaller is dropped.
 * Source: The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45-52.
 * @import { Reading } from './preferences.mjs'
 * @import { Election, Outcome, Round, Tie } from '../types'
 */
import { choiceOf, readableRanks } from './preferences.mjs';
import { Standing } from './standing.mjs';

/** One vote in units of the fifth decimal. */
const VOTE = 100_000n;
const PLACES = 5;

/**
 * @param {Election} election
 * @param {Reading} [reading] how marks made by hand are read; a rank of which several are still in
 *   ends a paper
 * @returns {Outcome} winners in the order of election
 */
export function scottishTransferableVote(election, reading = {}) {
  const count = new Count(election, reading);
  count.electWhoReached();
  while (count.isUnfinished()) {
    const surplus = count.largestSurplus();
    if (surplus === null) count.exclude(count.fewest());
    else count.passSurplus(surplus);
    count.electWhoReached();
  }
  count.electTheRest();
  return count.outcome();
}

/** @typedef {{ ranks: readonly (readonly number[])[], count: bigint, value: bigint }} Parcel equal papers of equal value */

class Count {
  /**
   * @param {Election} election
   * @param {Reading} reading
   */
  constructor(election, reading) {
    this.election = election;
    this.open = new Set(election.lot.filter((index) => !election.candidates[index]?.withdrawn));
    /** @type {Map<number, Parcel[]>} */
    this.papers = new Map(election.candidates.map((_, index) => [index, []]));
    /** @type {number[]} */
    this.elected = [];
    /** @type {number[]} */
    this.pending = [];
    // A paper that names only who withdrew is no vote for anybody: it does not raise the quota either.
    const papers = election.papers
      .filter((paper) => paper.ranks.flat().some((index) => this.open.has(index)))
      .map(({ ranks, count }) => ({
        ranks: readableRanks(ranks, reading),
        count: BigInt(count),
        value: VOTE,
      }));
    const total = papers.reduce((sum, paper) => sum + paper.count, 0n);
    this.quota = (total / BigInt(election.seats + 1) + 1n) * VOTE;
    this.standing = new Standing(election, PLACES);
    this.handOut(papers);
    this.standing.beginRound({});
  }

  isUnfinished() {
    const vacancies = this.election.seats - this.elected.length;
    return vacancies > 0 && this.open.size > vacancies;
  }

  /** @param {readonly Parcel[]} parcels */
  handOut(parcels) {
    const isIn = (/** @type {number} */ index) => this.open.has(index);
    for (const parcel of parcels) {
      const choice = choiceOf(parcel.ranks, isIn, true);
      const next = choice[0];
      const worth = parcel.count * parcel.value;
      if (next === undefined) this.standing.exhaust(worth);
      else {
        this.papers.get(next)?.push(parcel);
        this.standing.give(next, worth);
      }
    }
  }

  /** Whoever has the quota is elected, the one with the most votes first. */
  electWhoReached() {
    const reached = this.election.lot
      .filter((index) => this.open.has(index) && this.standing.votes(index) >= this.quota)
      .sort((a, b) => this.standing.byVotes(a, b));
    for (const index of reached) {
      this.elect(index);
      this.pending.push(index);
    }
  }

  /** @param {number} index */
  elect(index) {
    this.open.delete(index);
    this.elected.push(index);
    this.standing.note('elected', index);
  }

  /** @returns {number | null} elected with more than the quota, not yet passed on */
  largestSurplus() {
    this.pending = this.pending.filter((index) => this.standing.votes(index) > this.quota);
    if (this.pending.length === 0) return null;
    return this.standing.highest(this.pending);
  }

  /** @param {number} index */
  passSurplus(index) {
    const votes = this.standing.votes(index);
    const surplus = votes - this.quota;
    const parcels = (this.papers.get(index) ?? []).map(({ ranks, count, value }) => ({
      ranks,
      count,
      value: (value * surplus) / votes,
    }));
    this.pending = this.pending.filter((other) => other !== index);
    this.papers.set(index, []);
    this.standing.set(index, this.quota);
    this.standing.dropRest(surplus - sumOf(parcels));
    this.handOut(parcels);
    this.standing.beginRound({ surplus: index });
  }

  /** @returns {number} */
  fewest() {
    return this.standing.lowest([...this.open]);
  }

  /** @param {number} index */
  exclude(index) {
    this.open.delete(index);
    const parcels = this.papers.get(index) ?? [];
    this.papers.set(index, []);
    this.standing.set(index, 0n);
    this.handOut(parcels);
    this.standing.beginRound({ excluded: index });
  }

  /** As many are left as seats: all of them are elected, the one with the most votes first. */
  electTheRest() {
    if (this.elected.length >= this.election.seats) return;
    const rest = this.election.lot
      .filter((index) => this.open.has(index))
      .sort((a, b) => this.standing.byVotes(a, b));
    for (const index of rest) this.elect(index);
  }

  /** @returns {Outcome} */
  outcome() {
    return {
      winners: this.elected.map((index) => this.election.candidates[index]?.id ?? ''),
      ties: this.standing.ties,
      rounds: this.standing.rounds,
      quota: this.standing.text(this.quota),
    };
  }
}

/** @param {readonly Parcel[]} parcels */
const sumOf = (parcels) => parcels.reduce((sum, { count, value }) => sum + count * value, 0n);
