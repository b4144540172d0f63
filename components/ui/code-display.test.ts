import { describe, expect, it } from 'vitest';
import { inGroups } from './code-display';

describe('inGroups', () => {
  it.each([
    ['ABCDEFGH', 4, ['ABCD', 'EFGH']],
    ['ABCD-EFGH', 4, ['ABCD', 'EFGH']],
    ['AB CD EF', 4, ['ABCD', 'EF']],
    ['ABC', 0, ['A', 'B', 'C']],
    ['', 4, []],
  ])('%s by %i', (code, size, groups) => {
    expect(inGroups(code, size)).toEqual(groups);
  });
});
