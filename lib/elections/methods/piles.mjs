/**
 * The papers of a run-off, each with the candidate it counts for now. When somebody leaves, only the
 * papers of that pile are looked at again.
 * @import { Election, Fraction, Paper } from '../types'
 * @import { Reading } from './preferences.mjs'
 */
import { add, fraction, ZERO } from './fraction.mjs';
import { choiceOf, readableRanks } from './preferences.mjs';

/**
 * @typedef {{ votes: Map<number, Fraction>, exhausted: Fraction }} Stand
 * @typedef {{ count: number, ranks: Paper['ranks'], choice: readonly number[] }} Pile equal papers
 */

export class Piles {
  /**
   * @param {Election} election
   * @param {Reading} reading
   */
  constructor(election, reading) {
    this.open = new Set(election.lot.filter((index) => !election.candidates[index]?.withdrawn));
    this.endsAtSeveral = reading.doubleMarks === 'exhaust-if-several';
    /** @type {Map<number, Pile[]>} */
    this.of = new Map([...this.open].map((index) => [index, []]));
    /** Papers by how many share each of them: fractions are added only once, at the end.
     * @type {Map<number, Map<number, number>>} */
    this.sums = new Map([...this.open].map((index) => [index, new Map()]));
    this.exhausted = 0;
    for (const { count, ranks } of election.papers) {
      this.lay({ count, ranks: readableRanks(ranks, reading), choice: [] });
    }
  }

  /** @returns {Stand} */
  stand() {
    const votes = [...this.sums].map(([index, byShare]) => {
      const parts = [...byShare].map(([sharers, count]) => fraction(count, sharers));
      return /** @type {const} */ ([index, parts.reduce(add, ZERO)]);
    });
    return { votes: new Map(votes), exhausted: fraction(this.exhausted) };
  }

  /** @param {readonly number[]} leaving */
  exclude(leaving) {
    for (const index of leaving) this.open.delete(index);
    const moving = new Set(leaving.flatMap((index) => this.of.get(index) ?? []));
    for (const pile of moving) this.takeAway(pile);
    for (const pile of moving) this.lay(pile);
    for (const index of leaving) {
      this.of.delete(index);
      this.sums.delete(index);
    }
  }

  /** @param {Pile} pile */
  lay(pile) {
    const before = pile.choice;
    pile.choice = choiceOf(pile.ranks, (index) => this.open.has(index), this.endsAtSeveral);
    if (pile.choice.length === 0) this.exhausted += pile.count;
    for (const index of pile.choice) {
      this.addTo(index, pile.choice.length, pile.count);
      // Whoever shared the paper has it already.
      if (!before.includes(index)) this.of.get(index)?.push(pile);
    }
  }

  /** @param {Pile} pile */
  takeAway({ choice, count }) {
    for (const index of choice) this.addTo(index, choice.length, -count);
  }

  /**
   * @param {number} index
   * @param {number} sharers
   * @param {number} count
   */
  addTo(index, sharers, count) {
    const byShare = this.sums.get(index);
    byShare?.set(sharers, (byShare.get(sharers) ?? 0) + count);
  }
}
