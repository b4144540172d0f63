import { describe, expect, it } from 'vitest';
import { makeTurns } from './turns';

const rest = () => new Promise((resolve) => setImmediate(resolve));

describe('makeTurns', () => {
  it('lets so many in at a time and no more, in the order they came', async () => {
    const inTurn = makeTurns(3);
    const order: number[] = [];
    let inside = 0;
    let most = 0;
    const works = Array.from({ length: 20 }, (_, index) =>
      inTurn(async () => {
        inside += 1;
        most = Math.max(most, inside);
        order.push(index);
        await rest();
        inside -= 1;
        return index;
      }),
    );
    expect(await Promise.all(works)).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(most).toBe(3);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('goes on after a failure', async () => {
    const inTurn = makeTurns(1);
    const results = await Promise.allSettled([
      inTurn(() => Promise.reject(new Error('lost'))),
      inTurn(async () => 'next'),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await inTurn(async () => 'free again')).toBe('free again');
  });
});
