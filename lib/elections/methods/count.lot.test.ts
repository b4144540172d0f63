import { describe, expect, it } from 'vitest';
import { budgetElection, rankedElection } from '@/lib/testing/elections';
import { parseBlt } from '../files/blt.mjs';
import type { Election } from '../types';
import { count, needsBudget, RULE_NAMES, type RuleName } from './count.mjs';

/**
 * One direction everywhere: whoever stands first in the lot goes before. Each row is counted with the
 * lot one way and the other way round, so that no rule can turn it.
 */
const LOTS = { forwards: [0, 1, 2], backwards: [2, 1, 0] };

const ranked = (ballots: [number, string][], seats: number) =>
  rankedElection('Anna Bert Cem', ballots, seats);

const EACH_ONE: [number, string][] = [
  [8, 'Anna'],
  [8, 'Bert'],
  [8, 'Cem'],
];

/** All three in every rank as often as the others, so that every comparison is level. */
const LEVEL: [number, string][] = [
  [4, 'Anna Bert Cem'],
  [4, 'Bert Cem Anna'],
  [4, 'Cem Anna Bert'],
  [4, 'Anna Cem Bert'],
  [4, 'Cem Bert Anna'],
  [4, 'Bert Anna Cem'],
];

const withPoints = (seats: number): Election => {
  const election = ranked(EACH_ONE, seats);
  const papers = election.papers.map((paper) => ({
    ...paper,
    points: new Map(paper.ranks.flat().map((index) => [index, 3n])),
  }));
  return { ...election, papers };
};

interface Row {
  rule: RuleName;
  election: Election;
  forwards: string[];
  backwards: string[];
}

const ALL = ['Anna', 'Bert', 'Cem'];
const shared = { forwards: ALL, backwards: ['Cem', 'Bert', 'Anna'] };
const firstTwo = { forwards: ['Anna', 'Bert'], backwards: ['Cem', 'Bert'] };
const firstOne = { forwards: ['Anna'], backwards: ['Cem'] };

const VOTES = ['plurality', 'approval'] as const;
const PAIRS = ['schulze_margins', 'schulze_winning_votes', 'copeland', 'minimax_margins'] as const;

const ROWS: Row[] = [
  ...VOTES.flatMap((rule) => [
    { rule, election: ranked(EACH_ONE, 1), ...shared },
    { rule, election: ranked(EACH_ONE, 2), ...firstTwo },
  ]),
  { rule: 'points', election: withPoints(1), ...shared },
  { rule: 'points', election: withPoints(2), ...firstTwo },
  ...PAIRS.flatMap((rule) => [
    { rule, election: ranked(LEVEL, 1), ...shared },
    { rule, election: ranked(LEVEL, 2), ...firstTwo },
  ]),
  { rule: 'irv', election: ranked(EACH_ONE, 1), ...firstOne },
  { rule: 'irv', election: ranked(LEVEL, 1), ...firstOne },
  { rule: 'stv_scottish', election: ranked(EACH_ONE, 1), ...firstOne },
  { rule: 'stv_scottish', election: ranked(EACH_ONE, 2), ...firstTwo },
  { rule: 'stv_scottish', election: ranked(LEVEL, 2), ...firstTwo },
];

const counted = ({ rule, election }: Pick<Row, 'rule' | 'election'>, lot: readonly number[]) =>
  count(rule, { ...election, lot });

describe('whoever stands first in the lot goes before', () => {
  it.each(ROWS.map((row) => [row.rule, row.election.seats, row] as const))(
    '%s, equal ones for %i of the places',
    (_rule, _seats, row) => {
      expect(counted(row, LOTS.forwards).winners).toEqual(row.forwards);
      expect(counted(row, LOTS.backwards).winners).toEqual(row.backwards);
    },
  );

  it('every rule without a budget is in the table', () => {
    const rules = new Set(ROWS.map(({ rule }) => rule));
    expect(RULE_NAMES.filter((rule) => !needsBudget(rule) && !rules.has(rule))).toEqual([]);
  });

  it.each(['irv', 'stv_scottish'] as const)('%s: of equal last ones the last leaves', (rule) => {
    const election = ranked(EACH_ONE, 1);
    const leaving = (lot: readonly number[]) => {
      const { rounds = [], ties } = counted({ rule, election }, lot);
      expect(ties[0]).toMatchObject({ about: 'leaves', by: 'lot' });
      expect([...(ties[0]?.between ?? [])].sort()).toEqual(ALL);
      return [rounds.flatMap(({ excluded = [] }) => excluded)[0], ...(ties[0]?.chosen ?? [])];
    };
    expect(leaving(LOTS.forwards)).toEqual(['Cem', 'Cem']);
    expect(leaving(LOTS.backwards)).toEqual(['Anna', 'Anna']);
  });

  it('of equal surpluses the first is passed on first, and of equal elected the first is named first', () => {
    const election = rankedElection(
      'Anna Bert Cem Dora Emil',
      [
        [20, 'Anna Dora'],
        [20, 'Bert Emil'],
        [9, 'Cem'],
        [1, 'Dora'],
      ],
      3,
    );
    const passed = (lot: readonly number[]) => {
      const { rounds = [], winners, ties } = counted({ rule: 'stv_scottish', election }, lot);
      expect(ties[0]).toMatchObject({ about: 'passes-on', by: 'lot' });
      const [first] = rounds.flatMap(({ surplus = [] }) => surplus);
      return { first, told: ties[0]?.chosen, winners: winners.slice(0, 2) };
    };
    expect(passed([0, 1, 2, 3, 4])).toEqual({
      ...{ first: 'Anna', told: ['Anna'], winners: ['Anna', 'Bert'] },
    });
    expect(passed([1, 0, 2, 3, 4])).toEqual({
      ...{ first: 'Bert', told: ['Bert'], winners: ['Bert', 'Anna'] },
    });
  });

  it('an earlier round goes before the lot, and the lot only falls between who is left', () => {
    // All three have five once Dora is out; only Cem had five before.
    const election = rankedElection(
      'Anna Bert Cem Dora',
      [
        [4, 'Anna'],
        [4, 'Bert'],
        [5, 'Cem'],
        [1, 'Dora Anna'],
        [1, 'Dora Bert'],
      ],
      1,
    );
    for (const rule of ['irv', 'stv_scottish'] as const) {
      const tie = (lot: number[]) =>
        counted({ rule, election }, lot).ties.find(({ between }) => between.length === 3);
      expect(tie([0, 1, 2, 3])).toMatchObject({
        ...{ drawn: ['Anna', 'Bert'], chosen: ['Bert'], about: 'leaves', by: 'lot' },
      });
      expect(tie([1, 0, 2, 3])).toMatchObject({ drawn: ['Bert', 'Anna'], chosen: ['Anna'] });
    }
  });
});

/** Names of projects are the lot of a poll: ids that sort as it was drawn. */
const BUDGET_RULES = RULE_NAMES.filter(needsBudget);
const projects = (first: string, second: string, third: string) =>
  budgetElection({
    costs: { [third]: 10, [second]: 10, [first]: 10 },
    votes: [[3, [first, second, third]]],
    budget: 20,
  });

describe('projects that are equal', () => {
  it.each(BUDGET_RULES)(
    '%s: the smaller ids are paid, in whatever order the file has them',
    (rule) => {
      expect(count(rule, projects('P1', 'P2', 'P3')).winners).toEqual(['P1', 'P2']);
      expect(count(rule, projects('P3', 'P2', 'P1')).winners).toEqual(['P1', 'P2']);
    },
  );

  it.each(['mes_cost_u', 'mes_cost_add1u', 'mes_cost_add1u_nonexh'] as const)(
    '%s: also where the rest goes by votes',
    (rule) => {
      const rest = (left: string, right: string) =>
        budgetElection({
          costs: { A: 40, [right]: 35, [left]: 35 },
          votes: [
            [4, ['A']],
            [1, [left, right]],
            [5, []],
          ],
          budget: 100,
        });
      expect(count(rule, rest('P1', 'P2')).winners).toContain('P1');
      expect(count(rule, rest('P2', 'P1')).winners).toContain('P1');
    },
  );
});

describe('the lot of a .blt file', () => {
  const text = (lot: string, seats: number) =>
    `3 ${seats}\n${lot}8 1 0\n8 2 0\n8 3 0\n0\n"Cem"\n"Bert"\n"Anna"\n"t"\n`;
  it.each([
    ['', 1, ['Cem']],
    ['', 2, ['Cem', 'Bert']],
    ['[tie 1 2 3]\n', 1, ['Cem']],
    ['[tie 3 2 1]\n', 1, ['Anna']],
    ['[tie 3 1 2]\n', 2, ['Anna', 'Cem']],
    ['[nick a b c]\n[tie c b a]\n', 2, ['Anna', 'Bert']],
  ] as [string, number, string[]][])('%j for %i: %j', (lot, seats, winners) => {
    const election = parseBlt(text(lot, seats));
    expect(count('stv_scottish', election).winners).toEqual(winners);
    if (seats === 1) expect(count('irv', election).winners).toEqual(winners);
    else expect(count('approval', election).winners).toEqual(winners);
  });
});
