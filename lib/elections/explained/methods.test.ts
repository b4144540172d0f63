import { describe, expect, it } from 'vitest';
import { countPapers } from '../results/tally.mjs';
import type { CountRule, ElectionRule } from '../results/types';
import { usesLot } from './counting-words';
import { fillKey } from './methods';

const option = (id: string, lot: number) => ({ id, lot, label: id, note: '', costCents: 100 });

/** Two options with one vote each. */
const tied = (countRule: CountRule, changes: Partial<ElectionRule> = {}): ElectionRule =>
  ({
    countRule,
    method: 'UP_TO',
    options: [option('a', 2), option('b', 1)],
    seats: 1,
    budgetCents: null,
    ...changes,
  }) as ElectionRule;
const papers = [
  { choices: ['a'], points: [1] },
  { choices: ['b'], points: [1] },
];

describe('what is said about ties', () => {
  it.each<[CountRule, Partial<ElectionRule>]>([
    ['plurality', {}],
    ['approval', {}],
    ['points', { method: 'POINTS' }],
    ['irv', { method: 'RANKING' }],
    ['schulze_margins', { method: 'RANKING' }],
    ['schulze_winning_votes', { method: 'RANKING' }],
    ['greedy_votes', { method: 'BUDGET', budgetCents: 100 }],
    ['greedy_votes_per_cost', { method: 'BUDGET', budgetCents: 100 }],
    ['mes_cost_add1u', { method: 'BUDGET', budgetCents: 100 }],
  ])('is what the count by %s does', (countRule, changes) => {
    const rule = tied(countRule, changes);
    const { winners } = countPapers(rule, papers);
    expect(winners.sort()).toEqual(usesLot(rule) ? ['b'] : ['a', 'b']);
  });

  it('is the lot where several are chosen', () => {
    const rule = tied('approval', {
      seats: 2,
      options: ['a', 'b', 'c'].map((id, at) => option(id, 3 - at)),
    });
    const { winners } = countPapers(rule, [{ choices: ['a', 'b', 'c'], points: [] }]);
    expect(winners.sort()).toEqual(['b', 'c']);
    expect(usesLot(rule)).toBe(true);
  });
});

describe('which sentences fit', () => {
  it('tells a limit for all points apart from one for each answer', () => {
    expect(fillKey({ method: 'POINTS', pointsTotal: 10 })).toBe('pointsTotal');
    expect(fillKey({ method: 'POINTS', pointsTotal: null })).toBe('points');
    expect(fillKey({ method: 'BUDGET', pointsTotal: null })).toBe('budget');
  });
});
