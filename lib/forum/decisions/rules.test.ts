import { describe, expect, it } from 'vitest';
import { areTooManyVotes, doesResultFit } from './rules';

describe('result and votes', () => {
  it.each([
    [12, 3, 'adopted', true],
    [3, 12, 'adopted', false],
    [7, 7, 'adopted', false],
    [3, 12, 'declined', true],
    [7, 7, 'declined', false],
    [7, 7, 'tied', true],
    [0, 0, 'tied', false],
    [8, 7, 'tied', false],
    [0, 0, 'deferred', true],
    [9, 1, 'deferred', true],
  ] as const)('%i yes, %i no, %s: %s', (yes, no, result, fits) => {
    expect(doesResultFit({ yes, no, abstain: 2 }, result)).toBe(fits);
  });

  it.each([
    [null, false],
    [16, false],
    [15, true],
  ])('16 votes with %s allowed are too many: %s', (allowed, tooMany) => {
    expect(areTooManyVotes({ yes: 10, no: 4, abstain: 2 }, allowed)).toBe(tooMany);
  });
});
