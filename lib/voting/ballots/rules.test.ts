import { describe, expect, it } from 'vitest';
import { ABSTAIN, ballotProblem, districtStanding, paperOf } from './rules';

const rule = {
  maxChoices: 2,
  options: ['swing', 'sail', 'trees'].map((id) => ({ id, label: id, note: '' })),
};

describe('ballotProblem', () => {
  it.each<[string[], string | null]>([
    [[], 'nothingChosen'],
    [['swing'], null],
    [['swing', 'trees'], null],
    [['swing', 'trees', 'sail'], 'tooMany'],
    [['swing', 'swing'], 'unknownOption'],
    [['elsewhere'], 'unknownOption'],
    [[ABSTAIN], null],
    [[ABSTAIN, 'swing'], 'abstainAlone'],
    [[ABSTAIN, ABSTAIN], 'abstainAlone'],
  ])('%j → %s', (marks, problem) => {
    expect(ballotProblem(rule, marks)).toBe(problem);
  });

  it('puts marks into the box without the order they were ticked in', () => {
    expect(paperOf(['trees', 'swing'])).toEqual(paperOf(['swing', 'trees']));
    expect(paperOf([ABSTAIN])).toEqual([]);
  });
});

describe('districtStanding', () => {
  it.each<[string | null, string | null, string]>([
    [null, null, 'fits'],
    [null, 'berg', 'fits'],
    ['hang', 'hang', 'fits'],
    ['hang', 'berg', 'other'],
    ['hang', null, 'unknown'],
  ])('poll for %s, person from %s: %s', (districtId, own, standing) => {
    expect(districtStanding({ districtId }, own)).toBe(standing);
  });
});
