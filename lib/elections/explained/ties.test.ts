import { describe, expect, it } from 'vitest';
import { papersOf } from '@/lib/testing/ballots';
import { resultFrom } from '@/lib/testing/publications';
import { COUNT_RULES, ruleWith } from '@/lib/voting/count/samples';
import type { CountRule, ElectionRule, PollMethod, StoredTie } from '../results/types';
import { tiesOf } from './ties';

const LOTS = { forwards: [1, 2, 3], backwards: [3, 2, 1] };

function drawn(lot: readonly number[], changes: Parameters<typeof ruleWith>[0]): ElectionRule {
  const rule = ruleWith({ labels: ['Anna', 'Bert', 'Cem'], ...changes });
  const costCents = rule.budgetCents === null ? null : 1000;
  return {
    ...rule,
    options: rule.options.map((option, index) => ({ ...option, costCents, lot: lot[index] ?? 0 })),
  };
}

const labelsIn = (rule: ElectionRule, ids: readonly string[]) =>
  ids.map((id) => rule.options.find((option) => option.id === id)?.label).join(' ');

const result = (rule: ElectionRule, letters: string[]) =>
  resultFrom(rule, papersOf(rule, ...letters.map((one): [string, number] => [one, 4])));

interface Row {
  countRule: CountRule;
  changes: Parameters<typeof ruleWith>[0];
  ballots: string[];
  /** Who wins with each order of the lot, and what is said of the first tie. */
  forwards: [string, string];
  backwards: [string, string];
}

const row = (
  countRule: CountRule,
  method: PollMethod,
  more: Pick<Row, 'forwards' | 'backwards'> & Parameters<typeof ruleWith>[0],
): Row => {
  const { forwards, backwards, ...changes } = more;
  const points = method === 'POINTS' ? { pointsPerOption: 5 } : {};
  return {
    countRule,
    ...{ changes: { countRule, method, ...points, ...changes }, forwards, backwards },
    ballots: method === 'BUDGET' ? ['ABC'] : ['A', 'B', 'C'],
  };
};

const shared = {
  forwards: ['Anna Bert Cem', 'shared'] as [string, string],
  backwards: ['Cem Bert Anna', 'shared'] as [string, string],
};
const seats = {
  seats: 2,
  forwards: ['Anna Bert', 'wins: Anna Bert'] as [string, string],
  backwards: ['Cem Bert', 'wins: Cem Bert'] as [string, string],
};
const money = {
  budgetCents: 2000,
  forwards: ['Anna Bert', 'paid: Anna Bert Cem'] as [string, string],
  backwards: ['Cem Bert', 'paid: Cem Bert Anna'] as [string, string],
};

const ROWS: Row[] = [
  row('plurality', 'ONE', shared),
  row('approval', 'UP_TO', shared),
  row('approval', 'UP_TO', seats),
  row('points', 'POINTS', shared),
  row('points', 'POINTS', seats),
  row('schulze_margins', 'RANKING', shared),
  row('schulze_winning_votes', 'RANKING', shared),
  row('irv', 'RANKING', {
    forwards: ['Anna', 'leaves: Cem'],
    backwards: ['Cem', 'leaves: Anna'],
  }),
  row('stv_scottish', 'RANKING', {
    seats: 2,
    forwards: ['Anna Bert', 'leaves: Cem'],
    backwards: ['Cem Bert', 'leaves: Anna'],
  }),
  row('greedy_votes', 'BUDGET', money),
  row('greedy_votes_per_cost', 'BUDGET', money),
  row('mes_cost_add1u', 'BUDGET', money),
];

function outcome({ changes, ballots }: Row, lot: readonly number[]): [string, string] {
  const rule = drawn(lot, changes);
  const counted = result(rule, ballots);
  const [tie] = tiesOf(rule, counted);
  const named = tie?.key === 'paid' ? tie.between : (tie?.chosen ?? []);
  const told = tie?.key === 'shared' ? 'shared' : `${tie?.key}: ${labelsIn(rule, named)}`;
  return [labelsIn(rule, counted.winners), told];
}

describe('equal options', () => {
  it.each(ROWS.map((one) => [one.countRule, one.changes?.seats ?? 1, one] as const))(
    '%s, %i to choose: whoever stands first in the lot goes before, and the sentence says so',
    (_rule, _seats, one) => {
      expect(outcome(one, LOTS.forwards)).toEqual(one.forwards);
      expect(outcome(one, LOTS.backwards)).toEqual(one.backwards);
    },
  );

  it('are in the table for every rule a poll can have', () => {
    expect(COUNT_RULES.filter((name) => !ROWS.some((one) => one.countRule === name))).toEqual([]);
  });
});

describe('tiesOf', () => {
  it('leaves out ties of projects that were all bought', () => {
    const rule = drawn(LOTS.forwards, {
      ...{ method: 'BUDGET', countRule: 'mes_cost_add1u', budgetCents: 9000 },
    });
    const level = result(rule, ['ABC']);
    expect(level.ties.length).toBeGreaterThan(0);
    expect(tiesOf(rule, level)).toEqual([]);
  });

  it('leaves out ties of what nobody marked', () => {
    const rule = drawn(LOTS.forwards, { seats: 2 });
    const counted = result(rule, ['A', '']);
    expect(labelsIn(rule, counted.winners)).toBe('Anna');
    expect(tiesOf(rule, counted)).toEqual([]);
  });

  it('finds out what a tie was about where a result does not say it yet', () => {
    const rule = drawn(LOTS.forwards, { method: 'RANKING', countRule: 'stv_scottish', seats: 2 });
    const counted = result(rule, ['A', 'B', 'C']);
    const older = counted.ties.map(({ about: _about, ...tie }): StoredTie => tie);
    expect(tiesOf(rule, { ...counted, ties: older })).toEqual(tiesOf(rule, counted));
    const [a = '', b = '', c = ''] = rule.options.map(({ id }) => id);
    const paid: StoredTie = { between: [a, b], chosen: [a], by: 'id' };
    const rounds = [{ votes: {}, elected: [], excluded: [], surplus: [b], exhausted: '0' }];
    const passed: StoredTie = { between: [b, c], chosen: [b], by: 'lot' };
    const stored = { winners: [a], rounds, ties: [paid, passed] };
    expect(tiesOf(rule, stored).map(({ key }) => key)).toEqual(['paid', 'passes']);
  });
});
