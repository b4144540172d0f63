/**
 * What everybody has left in Equal Shares. Voters with the very same amount are one group, so that
 * exact numbers are needed for each amount and not for each voter.
 * @import { Line } from './horizon.mjs'
 * @import { Camp } from './supporters.mjs'
 */
import { gcd } from './fraction.mjs';

/**
 * @typedef {{ left: Line, voters: bigint }} Group
 */

/** @type {Line} */
const EMPTY = { now: 0n, rise: 0n };
/** The group of those who have nothing left. */
const BROKE = 0;

export class Purses {
  /**
   * @param {readonly Camp[]} camps
   * @param {bigint} voters
   * @param {Line} endowment of all voters together
   */
  constructor(camps, voters, endowment) {
    /** All money is a whole number of `1 / scale` of the smallest amount. */
    this.scale = voters;
    this.sizes = Float64Array.from(camps, (camp) => Number(camp.voters));
    /** @type {Line[]} by group */
    this.left = [EMPTY, endowment];
    /** The group of each camp. */
    this.groups = new Int32Array(camps.length).fill(1);
    /** @type {number[]} by group; all zero but while `groupsOf` adds up */
    this.sums = [0, 0];
  }

  /**
   * @param {readonly number[]} camps
   * @returns {Group[]} how many of them have how much
   */
  groupsOf(camps) {
    const { groups, sizes, sums } = this;
    /** @type {number[]} */
    const found = [];
    // Runs through all voters of a project at every look: the plainest way is the fastest.
    for (const camp of camps) {
      const group = groups[camp] ?? BROKE;
      const sum = sums[group] ?? 0;
      if (sum === 0) found.push(group);
      sums[group] = sum + (sizes[camp] ?? 0);
    }
    return found.map((group) => {
      const voters = BigInt(sums[group] ?? 0);
      sums[group] = 0;
      return { left: this.left[group] ?? EMPTY, voters };
    });
  }

  /**
   * @param {readonly number[]} camps
   * @param {{ price: Line, payers: bigint }} bought
   */
  pay(camps, { price, payers }) {
    const divisor = gcd(gcd(price.now, price.rise), payers);
    this.refine(payers / divisor);
    const share = { now: price.now / divisor, rise: price.rise / divisor };
    /** @type {Map<number, number>} */
    const moved = new Map();
    for (const camp of camps) {
      const group = this.groups[camp] ?? BROKE;
      const known = moved.get(group);
      const next = known ?? this.groupAfter(this.left[group] ?? EMPTY, share);
      if (known === undefined) moved.set(group, next);
      this.groups[camp] = next;
    }
  }

  /** @param {bigint} times */
  refine(times) {
    if (times === 1n) return;
    this.scale *= times;
    this.left = this.left.map(({ now, rise }) => ({ now: now * times, rise: rise * times }));
  }

  /**
   * @param {Line} left
   * @param {Line} share
   * @returns {number} who had to be set aside gave everything, also with a little more
   */
  groupAfter(left, share) {
    if (left.now < share.now) return BROKE;
    this.sums.push(0);
    return this.left.push({ now: left.now - share.now, rise: left.rise - share.rise }) - 1;
  }
}
