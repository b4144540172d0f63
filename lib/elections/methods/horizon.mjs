/**
 * How long a count goes the same way. In Equal Shares everybody is given a little more, step by
 * step, and mostly nothing changes but the amounts. Every amount of a run is a line: what it is now
 * and how much it rises with each further step. A horizon is asked all questions of a run and knows
 * until which step each answer stays as it is; up to there no step has to be run.
 */

/** @typedef {{ now: bigint, rise: bigint }} Line */

export class Horizon {
  constructor() {
    /** @type {bigint | null} how many further steps give the same answers; null: all */
    this.steps = null;
  }

  /**
   * @param {bigint} now
   * @param {bigint} rise
   * @returns {boolean}
   */
  isBelowZero(now, rise) {
    if (now >= 0n) {
      this.keepAbove(now, rise);
      return false;
    }
    this.keepAbove(-now - 1n, -rise);
    return true;
  }

  /**
   * @param {bigint} now not below zero, and shall not become so
   * @param {bigint} rise
   */
  keepAbove(now, rise) {
    if (rise >= 0n || this.steps === 0n) return;
    if (this.steps !== null && now + rise * this.steps >= 0n) return;
    this.steps = now / -rise;
  }
}
