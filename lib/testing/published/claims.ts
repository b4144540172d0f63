import { add, compare, fraction, ZERO } from '@/lib/elections/methods/fraction.mjs';
import type {
  BallotPaper,
  ElectionRule,
  PollResult,
  PollRound,
} from '@/lib/elections/results/types';
import type { Fraction } from '@/lib/elections/types';
import { higherOn, prevailing } from './pairs';

/** What sentences are held against: the ballots themselves, not what was made of them. */
export class Facts {
  constructor(
    readonly rule: ElectionRule,
    readonly papers: readonly BallotPaper[],
    readonly withdrawn: readonly string[],
    readonly result: PollResult,
  ) {}

  get open(): string[] {
    return this.rule.options.map(({ id }) => id).filter((id) => !this.withdrawn.includes(id));
  }

  get winners(): string[] {
    return this.result.winners;
  }

  get rounds(): PollRound[] {
    return this.result.rounds ?? [];
  }

  get budget(): number {
    return this.rule.budgetCents ?? 0;
  }

  /** Ticks, points, or first choices. */
  votes(id: string): number {
    const { method } = this.rule;
    const given = ({ choices, points }: BallotPaper) => {
      const place = choices.indexOf(id);
      if (place < 0 || (method === 'RANKING' && place > 0)) return 0;
      return method === 'POINTS' ? (points[place] ?? 0) : 1;
    };
    return this.papers.reduce((sum, paper) => sum + given(paper), 0);
  }

  isMarked(id: string): boolean {
    return this.papers.some(({ choices }) => choices.includes(id));
  }

  lot(id: string): number {
    return this.rule.options.find((option) => option.id === id)?.lot ?? 0;
  }

  cost(id: string): number {
    return this.rule.options.find((option) => option.id === id)?.costCents ?? 0;
  }

  costOf(ids: readonly string[]): number {
    return ids.reduce((sum, id) => sum + this.cost(id), 0);
  }

  inRound(round: number, id: string): number {
    return Number(this.rounds[round - 1]?.votes[id] ?? 0);
  }

  higher(a: string, b: string): number {
    return higherOn(this, a, b);
  }

  prevails(a: string, b: string): boolean {
    const strength = (won: number, lost: number) =>
      this.rule.countRule === 'schulze_margins' ? won - lost : won;
    const options = this.rule.options.filter(({ id }) => this.open.includes(id));
    const words = { pairs: true, chains: true, beats: true, strength } as const;
    return prevailing(words, { options, papers: this.papers })(a, b);
  }

  /** Projects in the order of their turns. */
  turns(ids: readonly string[], perCost: boolean): string[] {
    const worth = (id: string): Fraction => {
      const cost = perCost ? this.cost(id) : 1;
      // What costs nothing comes before everything.
      return cost === 0 ? fraction(1e12) : fraction(this.votes(id), cost);
    };
    return ids
      .filter((id) => this.votes(id) > 0)
      .toSorted((a, b) => compare(worth(b), worth(a)) || this.lot(a) - this.lot(b));
  }

  /** What was there when its turn came. */
  leftBefore(id: string, ids: readonly string[], money: number, perCost = false): number {
    let left = money;
    for (const one of this.turns(ids, perCost)) {
      if (one === id) return left;
      if (this.cost(one) <= left) left -= this.cost(one);
    }
    return left;
  }

  /** Each ballot's purse through all purchases: who gave how much for what, and what is left. */
  get purses() {
    const { purchases = [], shares } = this.result;
    const [num, den] = [BigInt(shares?.each[0] ?? 0), BigInt(shares?.each[1] ?? 1)];
    const start = fraction(num + BigInt(shares?.more ?? 0) * 100n * den, den);
    const left = this.papers.map(() => start);
    const bought = purchases.map(({ optionId, share }) => {
      const price = fraction(BigInt(share[0]), BigInt(share[1]));
      const gave = this.papers.map(({ choices }, voter) =>
        choices.includes(optionId) ? this.give(left, voter, price) : ZERO,
      );
      const full = gave.filter((amount) => compare(amount, price) === 0).length;
      const some = gave.filter((amount) => compare(amount, ZERO) > 0).length;
      return { optionId, full, partial: some - full, sum: gave.reduce(add, ZERO) };
    });
    const forProject = (id: string) =>
      left.filter((_, voter) => this.papers[voter]?.choices.includes(id)).reduce(add, ZERO);
    return { bought, forProject };
  }

  private give(left: Fraction[], voter: number, price: Fraction): Fraction {
    const purse = left[voter] ?? ZERO;
    const amount = compare(purse, price) < 0 ? purse : price;
    left[voter] = add(purse, { num: -amount.num, den: amount.den });
    return amount;
  }
}
