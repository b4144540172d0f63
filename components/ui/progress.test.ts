import { describe, expect, it } from 'vitest';
import { share } from './progress';

describe('share', () => {
  it.each([
    [70, 90, 77.8],
    [104, 90, 100],
    [-1, 90, 0],
    [1, 0, 0],
    [0, 4, 0],
  ])('%d of %d is %d percent', (value, max, percent) => {
    expect(share(value, max)).toBe(percent);
  });
});
