import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetElection, winnersOf } from '@/lib/testing/elections';
import type { Election, Fraction, Paper } from '../types';
import { count, needsBudget, RULE_NAMES } from './count.mjs';
import { add, compare, fraction, ZERO } from './fraction.mjs';

const RUNS = { numRuns: 150 };
const IDS = ['A', 'B', 'C', 'D', 'E', 'F'];

/** Approval papers and costs; several often cost the same, so that there are ties. */
const town = fc
  .record({
    costs: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 }),
    papers: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.subarray(IDS)), { maxLength: 7 }),
    budget: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ costs, papers, budget }) => {
    const ids = IDS.slice(0, costs.length);
    return budgetElection({
      costs: Object.fromEntries(ids.map((id, index) => [id, costs[index] ?? 0])),
      votes: papers.map(([number, names]) => [number, names.filter((name) => ids.includes(name))]),
      budget,
    });
  });

const ranking = fc
  .tuple(
    fc.shuffledSubarray(IDS.slice(0, 5), { minLength: 0 }),
    fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  )
  .map(([names, together]) => {
    const ranks: number[][] = [];
    names.forEach((name, index) => {
      const rank = together[index] ? ranks.at(-1) : undefined;
      if (rank) rank.push(IDS.indexOf(name));
      else ranks.push([IDS.indexOf(name)]);
    });
    return ranks;
  });

/** Rankings with equal ranks, short ones and empty ones. */
const race = fc
  .record({
    papers: fc.array(fc.record({ count: fc.integer({ min: 1, max: 9 }), ranks: ranking }), {
      maxLength: 8,
    }),
    seats: fc.integer({ min: 1, max: 4 }),
  })
  .map(
    ({ papers, seats }): Election => ({
      ...budgetElection({ costs: { A: 0, B: 0, C: 0, D: 0, E: 0 }, votes: [], budget: 0 }),
      papers,
      seats,
      budget: null,
    }),
  );

/** One paper for each voter, in an order of its own. */
const apart = (papers: readonly Paper[]) =>
  papers
    .flatMap(({ count: number, ...paper }) =>
      Array.from({ length: number }, () => ({ ...paper, count: 1 })),
    )
    .sort((a, b) => JSON.stringify(b.ranks).localeCompare(JSON.stringify(a.ranks)));

describe('every rule', () => {
  it.each(RULE_NAMES)(
    '%s: neither the order of the papers nor how they are put together matters',
    (rule) => {
      fc.assert(
        fc.property(needsBudget(rule) ? town : race, (election) => {
          const outcome = count(rule, election);
          expect(count(rule, { ...election, papers: election.papers.toReversed() })).toEqual(
            outcome,
          );
          expect(count(rule, { ...election, papers: apart(election.papers) })).toEqual(outcome);
        }),
        RUNS,
      );
    },
  );

  it.each(RULE_NAMES.filter(needsBudget))('%s never spends more than there is', (rule) => {
    fc.assert(
      fc.property(town, (election) => {
        const winners = winnersOf(rule, election);
        const cost = election.candidates
          .filter(({ id }) => winners.includes(id))
          .reduce((sum, candidate) => sum + candidate.cost, 0n);
        expect(cost).toBeLessThanOrEqual(election.budget ?? 0n);
      }),
      RUNS,
    );
  });
});

describe('greedy', () => {
  it('one more vote for a winner never unseats it', () => {
    fc.assert(
      fc.property(town, (election) => {
        for (const id of winnersOf('greedy_votes', election)) {
          const index = election.candidates.findIndex((candidate) => candidate.id === id);
          const papers = [...election.papers, { count: 1, ranks: [[index]] }];
          expect(winnersOf('greedy_votes', { ...election, papers })).toContain(id);
        }
      }),
      RUNS,
    );
  });
});

const minus = (a: Fraction, b: Fraction) => add(a, { num: -b.num, den: b.den });

/** What each of them pays at most so that it is enough; null when they have too little. */
function slowShare(cost: bigint, purses: readonly Fraction[]): Fraction | null {
  let rest = fraction(cost);
  for (const [place, purse] of purses.toSorted(compare).entries()) {
    const share = fraction(rest.num, rest.den * BigInt(purses.length - place));
    if (compare(purse, share) >= 0) return share;
    rest = minus(rest, purse);
  }
  return null;
}

/** Equal shares as the definition says it, voter by voter, without any short cut. */
function slowShares(election: Election, endowment: Fraction, satisfaction: 'cost' | 'one') {
  const voters = apart(election.papers).map(({ ranks }) => ({
    names: ranks.flat(),
    purse: endowment,
  }));
  const winners: string[] = [];
  const offersNow = () =>
    election.candidates.flatMap(({ id, cost }, index) => {
      const payers = voters.filter(({ names }) => names.includes(index));
      const share = slowShare(
        cost,
        payers.map(({ purse }) => purse),
      );
      if (!share || cost === 0n || winners.includes(id)) return [];
      const worth = satisfaction === 'cost' ? cost : 1n;
      return [{ id, payers, share, rho: fraction(share.num, share.den * worth) }];
    });
  for (;;) {
    const [best] = offersNow().sort((a, b) => compare(a.rho, b.rho) || a.id.localeCompare(b.id));
    if (!best) return winners.sort();
    winners.push(best.id);
    for (const payer of best.payers) {
      const left = minus(payer.purse, best.share);
      payer.purse = left.num > 0n ? left : ZERO;
    }
  }
}

const votersOf = (election: Election) =>
  election.papers.reduce((sum, paper) => sum + paper.count, 0);
const costOf = (election: Election, names: readonly string[]) =>
  election.candidates.reduce((sum, { id, cost }) => (names.includes(id) ? sum + cost : sum), 0n);

/** Step by step, each one run: what the look ahead must not change. */
function slowSteps(election: Election, isExhaustive: boolean) {
  const budget = election.budget ?? 0n;
  const votes = (index: number) =>
    election.papers.some(({ ranks }) => ranks.flat().includes(index));
  const wanted = election.candidates.filter(({ cost }, index) => cost > 0n && votes(index));
  let endowment = fraction(budget, votersOf(election));
  let winners = slowShares(election, endowment, 'cost');
  const isDone = () =>
    winners.length === wanted.length ||
    (isExhaustive &&
      wanted.every(
        ({ id, cost }) => winners.includes(id) || cost > budget - costOf(election, winners),
      ));
  if (!isExhaustive && wanted.reduce((sum, { cost }) => sum + cost, 0n) <= budget) return winners;
  while (!isDone()) {
    endowment = add(endowment, fraction(1));
    const next = slowShares(election, endowment, 'cost');
    if (costOf(election, next) > budget) return winners;
    winners = next;
  }
  return winners;
}

describe('equal shares', () => {
  const populated = town.filter((election) => election.papers.length > 0);

  it.each([
    ['mes_cost', 'cost'],
    ['mes_cardinality', 'one'],
  ] as const)('%s buys what the definition buys', (rule, satisfaction) => {
    fc.assert(
      fc.property(populated, (election) => {
        const endowment = fraction(election.budget ?? 0n, votersOf(election));
        expect(winnersOf(rule, election)).toEqual(slowShares(election, endowment, satisfaction));
      }),
      { numRuns: 400 },
    );
  });

  it('with completion it ends where single steps end', () => {
    fc.assert(
      fc.property(populated, (election) => {
        expect(winnersOf('mes_cost_add1', election)).toEqual(slowSteps(election, true));
        expect(winnersOf('mes_cost_add1_nonexh', election)).toEqual(slowSteps(election, false));
      }),
      { numRuns: 400 },
    );
  });

  it('nobody pays more than the endowment, and each project is paid in full', () => {
    fc.assert(
      fc.property(populated, (election) => {
        const { purchases = [], endowment = ZERO } = count('mes_cost_add1', election);
        const total = purchases.reduce((sum, { cost }) => add(sum, cost), ZERO);
        const most = fraction(endowment.num * BigInt(votersOf(election)), endowment.den);
        expect(compare(total, most)).toBeLessThanOrEqual(0);
        for (const { cost, share, payers, supporters } of purchases) {
          expect(compare(share, endowment)).toBeLessThanOrEqual(0);
          const full = fraction(share.num * BigInt(payers), share.den);
          // Those who could not pay the share gave less, but something or nothing: never too much.
          if (payers === supporters) expect(full).toEqual(cost);
          else expect(compare(full, cost)).toBeLessThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });
});

describe('rankings', () => {
  const prefers = ({ ranks }: Paper, a: number, b: number) => {
    const place = (candidate: number) => {
      const found = ranks.findIndex((rank) => rank.includes(candidate));
      return found < 0 ? ranks.length : found;
    };
    return Math.sign(place(b) - place(a));
  };

  it('who beats everybody wins by every rule that compares two and two', () => {
    fc.assert(
      fc.property(race, (election) => {
        const all = election.candidates.map((_, index) => index);
        const beats = (a: number, b: number) =>
          election.papers.reduce((sum, paper) => sum + paper.count * prefers(paper, a, b), 0) > 0;
        const best = all.find((a) => all.every((b) => a === b || beats(a, b)));
        fc.pre(best !== undefined);
        const one = { ...election, seats: 1 };
        const winner = [election.candidates[best ?? 0]?.id];
        expect(winnersOf('schulze_margins', one)).toEqual(winner);
        expect(winnersOf('schulze_winning_votes', one)).toEqual(winner);
        expect(winnersOf('copeland', one)).toEqual(winner);
        expect(winnersOf('minimax_margins', one)).toEqual(winner);
      }),
      RUNS,
    );
  });

  it('in every round the votes and what is exhausted are the papers', () => {
    const exact = (text: string) => BigInt(text.replace('.', ''));
    fc.assert(
      fc.property(race, (election) => {
        const marked = election.papers.filter(({ ranks }) => ranks.length > 0);
        const papers = marked.reduce((sum, paper) => sum + paper.count, 0);
        const { rounds = [], winners } = count('stv_scottish', election);
        expect(new Set(winners).size).toBe(election.seats);
        for (const { votes, exhausted = '0.00000' } of rounds) {
          const sum = Object.values(votes).reduce((total, text) => total + exact(text), 0n);
          expect(sum + exact(exhausted)).toBe(BigInt(papers) * 100_000n);
        }
      }),
      RUNS,
    );
  });
});
