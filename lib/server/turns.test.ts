import { describe, expect, it } from 'vitest';
import { TooMany, Turns } from './turns.mjs';

const never = () => new Promise<never>(() => undefined);

/** A turn that ends when it is told to. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, work: () => opened };
}

describe('turns', () => {
  it('let a few in at a time', async () => {
    const turns = new Turns();
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise(setImmediate);
      inside -= 1;
    };
    const all = Array.from({ length: 200 }, (_, n) =>
      turns.take({ network: `10.0.0.${n}`, bytes: 0 }, work),
    );
    await Promise.all(all);
    expect(most).toBe(24);
  });

  it('tell one network that it has enough, and nobody else', () => {
    const turns = new Turns();
    for (let n = 0; n < 64; n += 1) void turns.take({ network: 'a', bytes: 0 }, never);
    const more = () => turns.take({ network: 'a', bytes: 0 }, never);
    expect(more).toThrow(TooMany);
    expect(more).toThrow('429');
    expect(() => turns.take({ network: 'b', bytes: 0 }, never)).not.toThrow();
  });

  it('hold a bounded number and weight of those who wait', () => {
    const many = new Turns();
    for (let n = 0; n < 24 + 1500; n += 1) void many.take({ network: '', bytes: 0 }, never);
    expect(() => many.take({ network: '', bytes: 0 }, never)).toThrow('503');
    const heavy = new Turns();
    for (let n = 0; n < 64; n += 1) void heavy.take({ network: '', bytes: 1024 * 1024 }, never);
    expect(() => heavy.take({ network: '', bytes: 1 }, never)).toThrow('503');
  });

  it('are given back by whoever leaves while waiting, and only at the end by whoever has begun', async () => {
    const turns = new Turns();
    const first = gate();
    const running = Array.from({ length: 24 }, () =>
      turns.take({ network: 'a', bytes: 0 }, first.work),
    );
    const gone = new AbortController();
    let ran = false;
    const left = turns.take({ network: 'a', bytes: 0, signal: gone.signal }, async () => {
      ran = true;
    });
    gone.abort();
    await expect(left).rejects.toThrow();
    first.open();
    await Promise.all(running);
    await turns.take({ network: 'a', bytes: 0 }, async () => undefined);
    expect(ran).toBe(false);

    const second = gate();
    const away = new AbortController();
    let order = '';
    const begun = Array.from({ length: 24 }, () =>
      turns.take({ network: 'a', bytes: 0, signal: away.signal }, async () => {
        await second.work();
        order += 'a';
      }),
    );
    const next = turns.take({ network: 'b', bytes: 0 }, async () => {
      order += 'b';
    });
    away.abort();
    await new Promise(setImmediate);
    second.open();
    await Promise.all([...begun, next]);
    expect(order).toMatch(/^a.*b/);
  });
});
