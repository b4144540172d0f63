/**
 * What is left of equal shares.
 * @import { BallotPaper, PollPurchase } from './types'
 */

/**
 * An exact amount in cents: `num / den` with a positive `den`.
 * @typedef {{ num: bigint, den: bigint }} Amount
 */

/**
 * What the supporters of each option have left of their equal shares after everything was bought:
 * whoever can pays the whole price of a share, the others give what they have.
 * @param {readonly BallotPaper[]} papers
 * @param {Amount} each everybody's share when these purchases were made, in cents
 * @param {readonly PollPurchase[]} purchases
 * @returns {(optionId: string) => [string, string]} by option, as `[numerator, denominator]` text
 */
export function leftOf(papers, each, purchases) {
  const camps = campsOf(papers).map(({ choices, voters }) => ({
    choices,
    voters,
    left: purchases.reduce(
      (left, { optionId, share }) => (choices.includes(optionId) ? less(left, share) : left),
      each,
    ),
  }));
  return (optionId) => {
    const sum = camps
      .filter(({ choices }) => choices.includes(optionId))
      .reduce((total, { left, voters }) => plus(total, { ...left, num: left.num * voters }), ZERO);
    return [String(sum.num), String(sum.den)];
  };
}

/** @type {Amount} */
const ZERO = { num: 0n, den: 1n };

/**
 * @param {readonly BallotPaper[]} papers
 * @returns {{ choices: readonly string[], voters: bigint }[]}
 */
function campsOf(papers) {
  /** @type {Map<string, { choices: readonly string[], voters: bigint }>} */
  const camps = new Map();
  for (const { choices } of papers) {
    const key = [...choices].sort().join();
    camps.set(key, { choices, voters: (camps.get(key)?.voters ?? 0n) + 1n });
  }
  return [...camps.values()];
}

/** @param {Amount} left @param {readonly [string, string]} share @returns {Amount} */
function less(left, [num, den]) {
  const rest = plus(left, { num: -BigInt(num), den: BigInt(den) });
  return rest.num > 0n ? rest : ZERO;
}

/** @param {Amount} a @param {Amount} b @returns {Amount} */
function plus(a, b) {
  const num = a.num * b.den + b.num * a.den;
  const den = a.den * b.den;
  const divisor = divisorOf(num < 0n ? -num : num, den);
  return { num: num / divisor, den: den / divisor };
}

/** @param {bigint} a @param {bigint} b */
function divisorOf(a, b) {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}
