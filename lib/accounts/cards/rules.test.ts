import { describe, expect, it } from 'vitest';
import { cardNumber, isPrintable, parseCardNumber } from './rules';

describe('card numbers', () => {
  it.each([
    ['3-17', { batch: 3, position: 17 }],
    [' 3 – 17 ', { batch: 3, position: 17 }],
    ['12/240', { batch: 12, position: 240 }],
    ['ABCD-EFGH-JKLM-NPQR', null],
    ['3', null],
    ['', null],
  ])('%s', (typed, expected) => {
    expect(parseCardNumber(typed)).toEqual(expected);
  });

  it('are read back as they are printed', () => {
    expect(parseCardNumber(cardNumber(7, 24))).toEqual({ batch: 7, position: 24 });
  });
});

describe('printing', () => {
  const made = new Date('2027-01-20T10:00:00Z');
  const batch = { printKey: 'key', createdAt: made, voidedAt: null };

  it('is possible for a day, once, and not after voiding', () => {
    expect(isPrintable(batch, new Date('2027-01-21T09:59:00Z'))).toBe(true);
    expect(isPrintable(batch, new Date('2027-01-21T10:00:00Z'))).toBe(false);
    expect(isPrintable({ ...batch, printKey: '' }, made)).toBe(false);
    expect(isPrintable({ ...batch, voidedAt: made }, made)).toBe(false);
  });
});
