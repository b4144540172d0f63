import type { BallotPaper, PollPurchase } from './types';

/** An exact amount in cents: `num / den` with a positive `den`. */
interface Amount {
  num: bigint;
  den: bigint;
}

/**
 * What the supporters of each option have left of their equal shares after everything was bought:
 * whoever can pays the whole price of a share, the others give what they have.
 * @param each everybody's share when these purchases were made, in cents
 * @returns by option, as `[numerator, denominator]` text
 */
export function leftOf(
  papers: readonly BallotPaper[],
  each: Amount,
  purchases: readonly PollPurchase[],
): (optionId: string) => [string, string] {
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

const ZERO: Amount = { num: 0n, den: 1n };

function campsOf(papers: readonly BallotPaper[]): { choices: readonly string[]; voters: bigint }[] {
  const camps = new Map<string, { choices: readonly string[]; voters: bigint }>();
  for (const { choices } of papers) {
    const key = [...choices].sort().join();
    camps.set(key, { choices, voters: (camps.get(key)?.voters ?? 0n) + 1n });
  }
  return [...camps.values()];
}

function less(left: Amount, [num, den]: readonly [string, string]): Amount {
  const rest = plus(left, { num: -BigInt(num), den: BigInt(den) });
  return rest.num > 0n ? rest : ZERO;
}

function plus(a: Amount, b: Amount): Amount {
  const num = a.num * b.den + b.num * a.den;
  const den = a.den * b.den;
  const divisor = divisorOf(num < 0n ? -num : num, den);
  return { num: num / divisor, den: den / divisor };
}

function divisorOf(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}
