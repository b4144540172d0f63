/**
 * Exact fractions: a count that rounds can name the wrong winner.
 * @import { Fraction } from '../types'
 */

/**
 * @param {bigint} a
 * @param {bigint} b
 * @returns {bigint} the greatest common divisor, never negative
 */
export function gcd(a, b) {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

/**
 * @param {bigint | number} num
 * @param {bigint | number} [den] not zero
 * @returns {Fraction} in lowest terms
 */
export function fraction(num, den = 1n) {
  let [n, d] = [BigInt(num), BigInt(den)];
  if (d === 0n) throw new RangeError('a fraction needs a denominator');
  if (d < 0n) [n, d] = [-n, -d];
  const divisor = gcd(n, d) || 1n;
  return { num: n / divisor, den: d / divisor };
}

/**
 * @param {Fraction} a
 * @param {Fraction} b
 */
export const add = (a, b) => fraction(a.num * b.den + b.num * a.den, a.den * b.den);

/**
 * @param {Fraction} a
 * @param {Fraction} b
 * @returns {number} below, at or above zero, as for sorting
 */
export function compare(a, b) {
  const difference = a.num * b.den - b.num * a.den;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/**
 * @param {Fraction} value
 * @param {number} [places] decimals at most; the rest is cut off, never rounded up
 * @returns {string} with a point, without trailing zeros
 */
export function decimal({ num, den }, places = 5) {
  const sign = num < 0n ? '-' : '';
  const size = num < 0n ? -num : num;
  const digits = ((size * 10n ** BigInt(places)) / den).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const rest = places === 0 ? '' : digits.slice(-places).replace(/0+$/, '');
  return `${sign}${whole}${rest && '.'}${rest}`;
}

export const ZERO = fraction(0);
