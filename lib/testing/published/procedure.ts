import { add, compare, fraction } from '@/lib/elections/methods/fraction.mjs';
import type { BallotPaper, RuleOption } from '@/lib/elections/results/types';
import type { Fraction } from '@/lib/elections/types';

/** What somebody knows who has read the published sentences and nothing else. */
export interface Procedure {
  /** Marks of a ballot that are added up. */
  adds?: 'ticks' | 'points';
  /** How many the most votes or points make winners. */
  places?: number;
  equals?: 'all' | 'lot';
  rounds?: true;
  majority?: true;
  weakest?: true;
  earlier?: true;
  lotInRounds?: true;
  pairs?: true;
  strength?: (won: number, lost: number) => number;
  chains?: true;
  beats?: true;
  unbeaten?: true;
  first?: true;
  /** What the ballots are divided by. */
  parts?: number;
  reached?: true;
  surplus?: true;
  rest?: true;
  cents?: number;
  worth?: (votes: number, cost: number) => Fraction | null;
  freeFirst?: true;
  fits?: true;
  share?: true;
  free?: true;
  pays?: true;
  cheapest?: true;
  /** Cents. */
  raise?: number;
  tooMuch?: true;
  restByVotes?: true;
  onlyMarked?: true;
  withoutWithdrawn?: true;
  quorum?: number;
}

/** Options and ballots as they are counted. */
export interface Counted {
  options: readonly RuleOption[];
  papers: readonly BallotPaper[];
}

export interface Found {
  winners: string[];
  /** Votes in each round, of what is still in, as text. */
  rounds?: Record<string, string>[];
}

export const votesFor = ({ papers }: Counted, id: string): number =>
  papers.filter(({ choices }) => choices.includes(id)).length;

export const inLot = (options: readonly RuleOption[]): RuleOption[] =>
  options.toSorted((a, b) => a.lot - b.lot);

export const costOf = ({ options }: Counted, id: string): number =>
  options.find((option) => option.id === id)?.costCents ?? 0;

export const spentOn = (counted: Counted, ids: readonly string[]): number =>
  ids.reduce((sum, id) => sum + costOf(counted, id), 0);

/** Votes by option. */
export type Votes = Map<string, bigint>;

/**
 * Who of the equal ones it falls on, as far as the sentences say; null where they do not.
 * @param what passing on first falls to the one who goes first, leaving to the one who does not
 */
export function fallsOn(
  { earlier, lotInRounds }: Procedure,
  what: 'passes on' | 'leaves',
  ids: readonly string[],
  rounds: readonly Votes[],
): string | null {
  const sign = what === 'leaves' ? 1n : -1n;
  const now = rounds.slice(-1);
  const before = earlier ? rounds.slice(0, -1).reverse() : [];
  const left = [...now, ...before].reduce(
    (rest, votes) => least(rest, (id) => exactly(sign * (votes.get(id) ?? 0n))),
    [...ids],
  );
  if (left.length > 1 && !lotInRounds) return null;
  return left.at(what === 'leaves' ? -1 : 0) ?? null;
}

/** Those of the list who have the least; several when they are equal. */
export function least<Of>(list: readonly Of[], of: (one: Of) => Fraction): Of[] {
  return list.filter((one) => list.every((other) => compare(of(one), of(other)) <= 0));
}

export const exactly = (value: number | bigint): Fraction => fraction(value);
export const less = (a: Fraction, b: Fraction): Fraction => add(a, { num: -b.num, den: b.den });
export const times = (a: Fraction, b: number | bigint): Fraction =>
  fraction(a.num * BigInt(b), a.den);
export const over = (a: Fraction, b: number | bigint): Fraction =>
  fraction(a.num, a.den * BigInt(b));
