import { describe, expect, it } from 'vitest';
import { euros } from './money';

describe('amounts', () => {
  it.each([
    [120_000, 'de', '1.200\u00a0€'],
    [1220, 'de', '12,20\u00a0€'],
    [0, 'de-LS', '0\u00a0€'],
    [120_050, 'en', '€1,200.50'],
  ])('%i in %s', (cents, locale, shown) => {
    expect(euros(cents, locale)).toBe(shown);
  });
});
