import { describe, expect, it } from 'vitest';
import { afterMove } from './rules';

describe('moving an item', () => {
  it.each([
    ['b', 'up', 'bac'],
    ['b', 'down', 'acb'],
    ['a', 'up', 'abc'],
    ['c', 'down', 'abc'],
    ['b', 'remove', 'ac'],
    ['x', 'up', 'abc'],
  ] as const)('%s %s gives %s', (item, move, order) => {
    expect(afterMove(['a', 'b', 'c'], item, move).join('')).toBe(order);
  });
});
