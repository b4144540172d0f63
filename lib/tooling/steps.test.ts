import { describe, expect, it } from 'vitest';
import { createSteps, formatSeconds } from './steps.mjs';

/** Steps that write into a text and whose clock moves by `tick` at each look. */
function recorded(tick = 600) {
  let output = '';
  let time = 0;
  const steps = createSteps({
    write: (text) => {
      output += text;
    },
    now: () => {
      time += tick;
      return time;
    },
  });
  return { steps, output: () => output };
}

describe('formatSeconds', () => {
  it.each([
    [0, '0,0 s'],
    [49, '0,0 s'],
    [640, '0,6 s'],
    [61_500, '61,5 s'],
    [1_234_500, '1234,5 s'],
    [-5, '0,0 s'],
  ])('writes %d ms as %s', (milliseconds, text) => {
    expect(formatSeconds(milliseconds)).toBe(text);
  });
});

describe('createSteps', () => {
  it('says what it does and how long it took', async () => {
    const { steps, output } = recorded();
    await expect(steps.step('Datenbank starten', () => 7)).resolves.toBe(7);
    expect(output()).toBe('Datenbank starten … 0,6 s\n');
  });

  it('adds what came of it', async () => {
    const { steps, output } = recorded();
    await steps.step('Pakete', (say) => say('schon da'));
    expect(output()).toBe('Pakete … schon da, 0,6 s\n');
  });

  it('writes the title before the work begins', async () => {
    const { steps, output } = recorded();
    await steps.step('Seiten bauen', () => {
      expect(output()).toBe('Seiten bauen … ');
    });
  });

  it('repeats the title after a note', async () => {
    const { steps, output } = recorded();
    await steps.step('Inhalt', () => steps.note('Beispiele geladen.'));
    expect(output()).toBe('Inhalt … \nBeispiele geladen.\nInhalt … 0,6 s\n');
  });

  it('names the step that failed and lets the failure through', async () => {
    const { steps, output } = recorded();
    const failure = new Error('kein Platz');
    await expect(steps.step('Seiten bauen', () => Promise.reject(failure))).rejects.toBe(failure);
    expect(output()).toBe('Seiten bauen … fehlgeschlagen nach 0,6 s\n');
  });
});
