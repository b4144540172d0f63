import { describe, expect, it } from 'vitest';
import { budgetElection, rankedElection, winnersOf } from '@/lib/testing/elections';
import { count, isRuleName, needsBudget, RULE_NAMES, type RuleName } from './count.mjs';

const TOWN = budgetElection({
  costs: { A: 60, B: 40, C: 30, D: 0, E: 10 },
  votes: [
    [3, ['A']],
    [2, ['B', 'C']],
    [1, ['C']],
  ],
  budget: 100,
});

/** Three voters support A and B, one supports C; everybody has a quarter of the budget. */
const street = (budget: number) =>
  budgetElection({
    costs: { A: 6, B: 3, C: 4 },
    votes: [
      [3, ['A', 'B']],
      [1, ['C']],
    ],
    budget,
  });

const BUDGET_RULES = RULE_NAMES.filter(needsBudget);

describe('rules by name', () => {
  it('knows the names of the published list and nothing every object has', () => {
    expect(RULE_NAMES).toHaveLength(21);
    expect(isRuleName('mes_cost_add1u_integral')).toBe(true);
    expect(isRuleName('toString')).toBe(false);
    expect(isRuleName('__proto__')).toBe(false);
  });

  it('refuses to give out a budget where there is none', () => {
    for (const rule of BUDGET_RULES) {
      expect(() => count(rule, rankedElection('A B', [[1, 'A']]))).toThrow(RangeError);
    }
  });
});

describe('greedy', () => {
  it('takes the most votes first, skips what does not fit and goes on; ties by id', () => {
    const { winners, scores } = count('greedy_votes', TOWN);
    expect(winners).toEqual(['A', 'C', 'D', 'E']);
    expect(scores).toEqual({ A: '3', B: '2', C: '3', D: '0', E: '0' });
  });

  it('tells of a tie that decided who gets the money', () => {
    const tied = budgetElection({ costs: { B: 8, A: 8 }, votes: [[2, ['A', 'B']]], budget: 8 });
    expect(count('greedy_votes', tied)).toMatchObject({
      winners: ['A'],
      ties: [{ between: ['A', 'B'], chosen: ['A'], by: 'id' }],
    });
  });

  it('tells of no tie where the costs decided and not the order', () => {
    const costs = { A: 4, B: 4, C: 9, D: 0, E: 2 };
    const votes: [number, string[]][] = [
      [2, ['A', 'B', 'C', 'D']],
      [1, ['E']],
    ];
    const { winners, ties } = count('greedy_votes', budgetElection({ costs, votes, budget: 8 }));
    expect({ winners, ties }).toEqual({ winners: ['A', 'B', 'D'], ties: [] });
  });

  it('tells of a tie among those who get what is left', () => {
    const votes: [number, string[]][] = [
      [4, ['A']],
      [1, ['B', 'C']],
    ];
    const rest = budgetElection({ costs: { A: 4, C: 5, B: 5 }, votes, budget: 10 });
    expect(count('mes_cost_u', rest)).toMatchObject({
      winners: ['A', 'B'],
      ties: [{ between: ['B', 'C'], chosen: ['B'], by: 'id' }],
    });
  });

  it('by votes for each unit of cost: what costs nothing and is wanted comes first', () => {
    const cheap = budgetElection({
      costs: { big: 90, free: 0, small: 20, unwanted: 0, last: 80 },
      votes: [
        [5, ['big', 'last']],
        [2, ['small', 'free']],
      ],
      budget: 100,
    });
    expect(winnersOf('greedy_votes', cheap)).toEqual(['big', 'free', 'unwanted']);
    expect(winnersOf('greedy_votes_per_cost', cheap)).toEqual([
      'free',
      'last',
      'small',
      'unwanted',
    ]);
  });
});

describe('equal shares', () => {
  const cases: [RuleName, number, string[]][] = [
    ['mes_cost', 12, ['A', 'B']],
    ['mes_cost', 13, ['A', 'B']],
    ['mes_cost_u', 12, ['A', 'B']],
    ['mes_cost_u', 13, ['A', 'B', 'C']],
    ['mes_cost_add1', 12, ['A', 'B']],
    ['mes_cost_add1', 13, ['A', 'B', 'C']],
    ['mes_cost_add1_integral', 13, ['A', 'B', 'C']],
    ['mes_cost_add1_nonexh', 12, ['A', 'B']],
    // All together cost no more than the budget: no step could ever be one too far.
    ['mes_cost_add1_nonexh', 13, ['A', 'B']],
    ['mes_cost_add1u_nonexh', 13, ['A', 'B', 'C']],
    ['mes_cardinality', 12, ['A', 'B']],
  ];
  it.each(cases)('%s with %i buys %j', (rule, budget, winners) => {
    expect(winnersOf(rule, street(budget))).toEqual(winners);
  });

  it('whoever has too little gives all that is left, the others pay the rest in equal shares', () => {
    const neighbours = budgetElection({
      costs: { A: 8, B: 10 },
      votes: [
        [1, ['A']],
        [1, ['A', 'B']],
        [1, ['B']],
      ],
      budget: 21,
    });
    expect(count('mes_cost', neighbours)).toMatchObject({
      winners: ['A', 'B'],
      endowment: { num: 7n, den: 1n },
      ties: [{ between: ['A', 'B'], chosen: ['A'], by: 'id' }],
      purchases: [
        { id: 'A', supporters: 2, payers: 2, share: { num: 4n, den: 1n } },
        { id: 'B', supporters: 2, payers: 1, share: { num: 7n, den: 1n } },
      ],
    });
  });

  it('buys nothing that costs nothing or that nobody wants', () => {
    const odd = budgetElection({ costs: { A: 0, B: 5 }, votes: [[3, ['A']]], budget: 100 });
    expect(winnersOf('mes_cost', odd)).toEqual([]);
    expect(winnersOf('mes_cost_add1', odd)).toEqual([]);
    expect(winnersOf('mes_cost_u', odd)).toEqual(['A', 'B']);
  });

  it('keeps cents', () => {
    const cents = budgetElection({
      costs: { A: 1001, B: 1000 },
      votes: [
        [3, ['A']],
        [3, ['B']],
      ],
      budget: 2001,
      unit: 100,
    });
    expect(count('mes_cost', cents)).toMatchObject({
      winners: ['B'],
      endowment: { num: 667n, den: 200n },
      purchases: [{ share: { num: 10n, den: 3n } }],
    });
    expect(winnersOf('mes_cost_add1', cents)).toEqual(['A', 'B']);
  });

  it('ends where the amounts are beyond all measure', () => {
    const lonely = budgetElection({
      costs: { A: 10 ** 15 },
      votes: [
        [1, ['A']],
        [9, []],
      ],
      budget: 10 ** 15,
    });
    expect(winnersOf('mes_cost_add1', lonely)).toEqual(['A']);
  });
});

describe('every rule that gives out a budget', () => {
  const nothing = { votes: [], budget: 50, costs: { A: 10, B: 60 } };
  it.each(BUDGET_RULES)('%s: nobody votes, nothing to spend, nothing to choose', (rule) => {
    const complete = /greedy|_(?:add1)?u|phragmen/.test(rule);
    expect(winnersOf(rule, budgetElection(nothing))).toEqual(complete ? ['A'] : []);
    expect(winnersOf(rule, budgetElection({ ...nothing, votes: [[3, []]] }))).toEqual(
      complete ? ['A'] : [],
    );
    expect(winnersOf(rule, budgetElection({ ...nothing, budget: 0 }))).toEqual([]);
    expect(winnersOf(rule, budgetElection({ ...nothing, costs: {} }))).toEqual([]);
    expect(
      winnersOf(rule, budgetElection({ ...nothing, votes: [[1, ['B', 'A']]] })),
      'one voter',
    ).toEqual(['A']);
  });
});

describe('Phragmén', () => {
  it.each([
    [1, ['A', 'B']],
    [2, ['A', 'C']],
  ])('three for A and B, %i for C', (others, winners) => {
    const seats = budgetElection({
      costs: { A: 1, B: 1, C: 1 },
      votes: [
        [3, ['A', 'B']],
        [others, ['C']],
      ],
      budget: 2,
    });
    expect(winnersOf('phragmen_seq', seats)).toEqual(winners);
  });
});

describe('most votes', () => {
  it('equal first choices share a vote; several winners of one seat are all named', () => {
    const tied = rankedElection('A B C', [
      [1, 'A=B'],
      [1, 'C A'],
      [1, 'A'],
      [1, 'B=C'],
    ]);
    expect(count('plurality', tied)).toMatchObject({
      winners: ['A', 'C'],
      scores: { A: '1.5', B: '1', C: '1.5' },
      ties: [{ between: ['A', 'C'], chosen: ['A', 'C'], by: 'shared' }],
    });
  });

  it('approval for several seats: the lot fixed before gives the last one', () => {
    const council = rankedElection(
      'A B C',
      [
        [2, 'A'],
        [1, 'B=C'],
      ],
      2,
    );
    expect(count('approval', { ...council, lot: [2, 1, 0] })).toMatchObject({
      winners: ['A', 'C'],
      ties: [{ between: ['C', 'B'], chosen: ['C'], by: 'lot' }],
    });
  });

  it('points are added up', () => {
    const papers = [
      {
        count: 2,
        ranks: [[0], [1]],
        points: new Map([
          [0, 3n],
          [1, 1n],
        ]),
      },
      { count: 1, ranks: [[1]], points: new Map([[1, 5n]]) },
    ];
    expect(count('points', { ...rankedElection('A B', []), papers })).toMatchObject({
      winners: ['B'],
      scores: { A: '6', B: '7' },
    });
  });
});

describe('rankings', () => {
  /** Schulze 2011, example 1. */
  const SCHULZE = rankedElection('A B C D E', [
    [5, 'A C B E D'],
    [5, 'A D E C B'],
    [8, 'B E D A C'],
    [3, 'C A B E D'],
    [7, 'C A E B D'],
    [2, 'C B A D E'],
    [7, 'D C E B A'],
    [8, 'E B A D C'],
  ]);

  it('Schulze: the example of the paper', () => {
    expect(winnersOf('schulze_margins', SCHULZE)).toEqual(['E']);
    expect(winnersOf('schulze_winning_votes', SCHULZE)).toEqual(['E']);
  });

  it('a circle of three is a tie of three; nobody voting is a tie of all', () => {
    const circle = rankedElection('A B C', [
      [1, 'A B C'],
      [1, 'B C A'],
      [1, 'C A B'],
    ]);
    for (const rule of ['schulze_margins', 'copeland', 'minimax_margins', 'plurality'] as const) {
      expect(winnersOf(rule, circle)).toEqual(['A', 'B', 'C']);
      expect(winnersOf(rule, rankedElection('A B', []))).toEqual(['A', 'B']);
    }
  });

  it('whoever is not named stands below all who are', () => {
    const short = rankedElection('A B C', [
      [3, 'B'],
      [2, 'A C'],
    ]);
    expect(winnersOf('minimax_margins', short)).toEqual(['B']);
    expect(winnersOf('copeland', short)).toEqual(['B']);
  });

  it('run-off: the lowest leave, and an earlier round tells equal ones apart', () => {
    const close = rankedElection('A B C D', [
      [4, 'A'],
      [3, 'B'],
      [2, 'C'],
      [1, 'D C'],
      [1, ''],
    ]);
    expect(count('irv', close)).toMatchObject({
      winners: ['A'],
      rounds: [
        { votes: { A: '4', B: '3', C: '2', D: '1' }, excluded: ['D'], exhausted: '1' },
        { votes: { A: '4', B: '3', C: '3' }, excluded: ['C'], exhausted: '1' },
        { votes: { A: '4', B: '3' }, elected: ['A'], exhausted: '4' },
      ],
      ties: [{ between: ['B', 'C'], chosen: ['C'], by: 'earlier-round', round: 2 }],
    });
  });

  it('run-off: of two who are equal to the end the lot decides, and it says so', () => {
    const even = rankedElection('A B', [
      [2, 'A'],
      [2, 'B'],
    ]);
    expect(count('irv', { ...even, lot: [1, 0] })).toMatchObject({
      winners: ['B'],
      ties: [{ between: ['B', 'A'], chosen: ['A'], by: 'lot' }],
    });
  });
});

describe('single transferable vote', () => {
  it('passes on a surplus by all papers at a reduced value, then the lowest leave', () => {
    const food = rankedElection(
      'Oranges Pears Chocolate Strawberries Sweets',
      [
        [4, 'Oranges'],
        [2, 'Pears Oranges'],
        [8, 'Chocolate Strawberries'],
        [4, 'Chocolate Sweets'],
        [1, 'Strawberries'],
        [1, 'Sweets'],
      ],
      3,
    );
    const { winners, quota, rounds } = count('stv_scottish', food);
    expect(winners).toEqual(['Chocolate', 'Oranges', 'Strawberries']);
    expect(quota).toBe('6.00000');
    expect(rounds?.[1]?.votes).toMatchObject({ Strawberries: '5.00000', Sweets: '3.00000' });
  });

  it('as many candidates as seats are all elected, also without a single paper', () => {
    expect(winnersOf('stv_scottish', rankedElection('A B', [], 2))).toEqual(['A', 'B']);
    expect(winnersOf('stv_scottish', rankedElection('A B', [[3, 'B A']], 2))).toEqual(['B', 'A']);
  });

  it('a paper only for somebody who withdrew does not raise the quota', () => {
    const papers: [number, string][] = [
      [90, 'A'],
      [7, 'B C'],
      [5, 'C'],
      [4, 'D'],
    ];
    const { candidates, ...election } = rankedElection('A B C D', papers, 2);
    const left = candidates.map((one) => ({ ...one, withdrawn: one.id === 'A' }));
    const { quota, winners, rounds } = count('stv_scottish', { ...election, candidates: left });
    expect(quota).toBe('6.00000');
    expect(winners).toEqual(['B', 'C']);
    expect(rounds?.[1]?.votes).toEqual({ B: '6.00000', C: '5.99995', D: '4.00000' });
  });
});
