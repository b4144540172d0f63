import { describe, expect, it, vi } from 'vitest';
import { remembered } from './in-time.mjs';
import { Readiness } from './readiness.mjs';

const well = async () => true;
const never = () => new Promise<boolean>(() => undefined);

describe('whether the process can work', () => {
  it.each([
    ['all is well', { database: well, disk: well }, []],
    ['the disk is full', { database: well, disk: async () => false }, ['disk']],
    [
      'the database refuses',
      { database: () => Promise.reject(new Error('no room')), disk: well, jobs: well },
      ['database'],
    ],
    [
      'nothing answers',
      { database: never, listen: never, jobs: never },
      ['database', 'listen', 'jobs'],
    ],
  ])('%s', async (_name, looks, reasons) => {
    const began = performance.now();
    expect(await new Readiness(looks).reasons()).toEqual(reasons);
    // Two seconds and what a busy machine adds; one after the other they would take six.
    expect(performance.now() - began).toBeLessThan(4500);
  });

  it('says that nobody new may come while it ends, whatever else there is', async () => {
    const readiness = new Readiness({ database: well, disk: async () => false });
    readiness.drain();
    expect(await readiness.reasons()).toEqual(['draining', 'disk']);
  });

  it('is looked at once for everybody who asks', async () => {
    const database = vi.fn(well);
    const readiness = new Readiness({ database });
    await Promise.all(Array.from({ length: 10_000 }, () => readiness.reasons()));
    expect(database.mock.calls.length).toBeLessThanOrEqual(2);
  });
});

describe('what is remembered', () => {
  it('is looked at anew when it is old, and never twice at the same time', async () => {
    let time = 0;
    let looks = 0;
    let finish: (value: number) => void = () => undefined;
    const ask = remembered(
      1000,
      () =>
        new Promise<number>((resolve) => {
          looks += 1;
          finish = resolve;
        }),
      () => time,
    );
    const first = ask();
    time = 5000;
    expect(ask()).toBe(first);
    finish(1);
    await first;
    await new Promise(setImmediate);
    time = 5999;
    expect(ask()).toBe(first);
    time = 6000;
    expect(ask()).not.toBe(first);
    expect(looks).toBe(2);
  });
});
