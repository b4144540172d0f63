import { afterEach, describe, expect, inject, it } from 'vitest';
import { processState } from '../core/process-state.mjs';
import { openLine } from '../testing/silent-line';
import { DropListener } from './drop-listener.mjs';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describe('a line that fell silent', () => {
  it('is noticed within seconds, and everything is dropped once it is back', async () => {
    const line = await openLine(inject('postgresUrl'));
    cleanups.push(line.close);
    const dropped: string[] = [];
    const note = (tags: readonly string[]) => void dropped.push(...tags);
    processState().dropListeners.add(note);
    cleanups.push(() => processState().dropListeners.delete(note));
    const listener = new DropListener(line.url);
    cleanups.push(() => listener.stop());
    await listener.start();
    expect(await listener.answers()).toBe(true);
    expect(dropped).toEqual(['*']);
    line.silence(true);
    const from = Date.now();
    expect(await listener.answers()).toBe(false);
    while (!listener.isAway() && Date.now() - from < 15_000) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(listener.isAway()).toBe(true);
    line.silence(false);
    while (listener.isAway() && Date.now() - from < 30_000) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(dropped).toEqual(['*', '*']);
    expect(await listener.answers()).toBe(true);
  });
});
