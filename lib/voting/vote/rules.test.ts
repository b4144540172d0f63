import { describe, expect, it } from 'vitest';
import type { PollMethod } from '@/lib/elections/results/types';
import { ABSTAIN, ballotProblem, chosenInOrder, faultOf, paperOf, refusedMarks } from './rules';

const options = ['sail', 'swing', 'trees'].map((id, index) => ({
  ...{ id, label: id, note: '', costCents: null },
  lot: index + 1,
}));
const ruleOf = (method: PollMethod) => ({
  ...{ method, options, maxChoices: 2, pointsTotal: null, pointsPerOption: null },
});

describe('a ballot on which options are ticked', () => {
  it.each<[string[], string | null]>([
    [[], 'nothingChosen'],
    [['swing'], null],
    [['swing', 'trees'], null],
    [['swing', 'trees', 'sail'], 'tooMany'],
    [['swing', 'swing'], 'unknownOption'],
    [['swing:2'], 'unknownOption'],
    [['elsewhere'], 'unknownOption'],
    [[ABSTAIN], null],
    [[ABSTAIN, 'swing'], 'abstainAlone'],
    [[ABSTAIN, ABSTAIN], 'unknownOption'],
  ])('%j → %s', (marks, problem) => {
    expect(ballotProblem(ruleOf('UP_TO'), marks)).toBe(problem);
  });

  it('goes into the box without the order of ticking', () => {
    expect(paperOf('UP_TO', ['trees', 'swing'])).toEqual(paperOf('UP_TO', ['swing', 'trees']));
    expect(paperOf('UP_TO', [ABSTAIN])).toEqual({ choices: [], points: [] });
  });
});

describe('a ballot on which options are ranked', () => {
  const rule = { ...ruleOf('RANKING'), maxChoices: 3 };
  it.each<[string[], string | null]>([
    [['swing:0', 'trees:0'], 'nothingChosen'],
    [['swing:2', 'trees:1', 'sail:0'], null],
    [['swing:1', 'trees:1'], 'sameRank'],
    [['swing:1', 'trees:3'], null],
    [['swing:4'], 'unknownOption'],
    [[ABSTAIN, 'swing:0'], null],
    [[ABSTAIN, 'swing:1'], 'abstainAlone'],
  ])('%j → %s', (marks, problem) => {
    expect(ballotProblem(rule, marks)).toBe(problem);
  });

  it('keeps the order, and closes up ranks left out', () => {
    expect(paperOf('RANKING', ['swing:3', 'trees:1', 'sail:0'])).toEqual({
      choices: ['trees', 'swing'],
      points: [],
    });
  });
});

describe('a ballot on which points are given', () => {
  const rule = { ...ruleOf('POINTS'), maxChoices: 3, pointsTotal: 5, pointsPerOption: 3 };
  it.each<[string[], string | null]>([
    [['swing:0'], 'nothingChosen'],
    [['swing:3', 'trees:2'], null],
    [['swing:3', 'trees:3'], 'tooManyPoints'],
    [['swing:4'], 'pointsPerOption'],
  ])('%j → %s', (marks, problem) => {
    expect(ballotProblem(rule, marks)).toBe(problem);
  });

  it('keeps the points beside their options', () => {
    expect(paperOf('POINTS', ['trees:2', 'sail:0', 'swing:3'])).toEqual({
      choices: ['swing', 'trees'],
      points: [3, 2],
    });
  });
});

describe('chosenInOrder', () => {
  it('reads ranks in their order and closes them up', () => {
    expect(chosenInOrder(ruleOf('RANKING'), ['swing:3', 'trees:1', 'sail:0'])).toEqual([
      { option: 'trees', number: 1 },
      { option: 'swing', number: 2 },
    ]);
  });

  it('reads everything else as it stands on the ballot', () => {
    expect(chosenInOrder(ruleOf('POINTS'), ['trees:1', 'sail:3'])).toEqual([
      { option: 'sail', number: 3 },
      { option: 'trees', number: 1 },
    ]);
    expect(chosenInOrder(ruleOf('UP_TO'), [ABSTAIN])).toEqual([]);
  });
});

describe('faultOf', () => {
  const points = { ...ruleOf('POINTS'), maxChoices: 3, pointsTotal: 10, pointsPerOption: 8 };
  it.each([
    [
      ruleOf('RANKING'),
      ['sail:2', 'swing:2'],
      { rank: 2, first: 'sail', second: 'swing', more: 0 },
    ],
    [ruleOf('RANKING'), ['sail:1', 'swing:1', 'trees:1'], { rank: 1, first: 'sail', more: 1 }],
    [ruleOf('UP_TO'), ['sail', 'swing', 'trees'], { chosen: 3, max: 2 }],
    [points, ['sail:8', 'swing:6'], { sum: 14, total: 10 }],
    [points, ['sail:1', 'swing:9'], { option: 'swing', points: 9, each: 8 }],
    [ruleOf('ONE'), [ABSTAIN, 'trees'], { option: 'trees' }],
  ])('names what is doubled or too many: %#', (rule, marks, named) => {
    expect(faultOf(rule, marks)).toMatchObject(named);
  });
});

describe('refusedMarks', () => {
  it.each([
    ['ONE', 'nothingChosen'],
    ['RANKING', 'nothingRanked'],
    ['POINTS', 'nothingPointed'],
    ['BUDGET', 'nothingBought'],
  ] as const)('says of an empty ballot %s what would fill it', (method, key) => {
    expect(refusedMarks('nothingChosen', ruleOf(method), []).code).toBe(`voting.error.${key}`);
  });
});
