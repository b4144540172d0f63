import { describe, expect, it } from 'vitest';
import { centsOf, typedAmount } from './money';

describe('money as people write it', () => {
  it.each([
    ['1.200 €', 120_000],
    ['1200', 120_000],
    ['1.200,50 €', 120_050],
    ['1 200,5', 120_050],
    ['€ 950', 95_000],
    ['EUR 1.200.000', 120_000_000],
    ['80 Euro', 8_000],
    ['1.200,-', 120_000],
    ['1200,–', 120_000],
    ["1'200", 120_000],
    ['1,200.50', 120_050],
    ['1200.50', 120_050],
    ['12,20', 1_220],
    ['12,5', 1_250],
    ['12.5 €', 1_250],
    ['90,50', 9_050],
    ['9,5', 950],
    ['22 euro', 2_200],
    ['1\u202f200\u00a0€', 120_000],
    ['50 Euros', 5_000],
    ['50euros', 5_000],
    ['EUR1200', 120_000],
    ['1200EUR', 120_000],
    ['€950', 95_000],
    ['Eur. 50', 5_000],
    ['1 200,50', 120_050],
    ['1 200 000', 120_000_000],
    ['1’200.50', 120_050],
    ['1.200,-- €', 120_000],
    ['12,50 €', 1_250],
    ['0,40', 40],
    ['0', 0],
    ['10.000.000', 1_000_000_000],
  ])('%s', (typed, cents) => {
    expect(centsOf(typed)).toBe(cents);
  });

  it.each([
    '',
    'viel',
    '-5',
    '1.20.0',
    '12.00.000',
    '1,2345',
    '10.000.001',
    '1e5',
    '5 bis 10',
    'zwölf',
    '12,',
    '12 €/m',
    // Two numbers, or one with a digit too few: nobody knows which.
    '12 50',
    '12 5',
    '1 20 000',
    '0,400',
    '0 400',
    '5€50',
    '200 30',
    '1.200 000',
    '1.200.50',
    '1,200,50',
    '1200 000',
    '50 Eurosen',
    'Europa 50',
  ])('%s is no amount', (typed) => {
    expect(centsOf(typed)).toBeNull();
  });

  it('comes back the way it can be read again', () => {
    for (const cents of [0, 1, 1_220, 120_000, 120_050, 999_999_999]) {
      expect(centsOf(typedAmount(cents))).toBe(cents);
    }
    expect(typedAmount(120_000)).toBe('1.200');
  });

  it('is none when it is more than is taken there', () => {
    expect([centsOf('10.000', 1_000_000), centsOf('10.000,01', 1_000_000)]).toEqual([
      1_000_000,
      null,
    ]);
  });
});
