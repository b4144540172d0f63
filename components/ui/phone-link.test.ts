import { describe, expect, it } from 'vitest';
import { PhoneLine, phoneHref } from './phone-link';

describe('phoneHref', () => {
  it.each([
    ['030 23125-100', 'tel:03023125100'],
    ['(03772) 12 34 56', 'tel:03772123456'],
    ['+49 3772 123', 'tel:+493772123'],
    ['0049/3772/123', 'tel:00493772123'],
  ])('%s becomes %s', (written, href) => {
    expect(phoneHref(written)).toBe(href);
  });
});

it('a sentence about calling is not said while there is no number', () => {
  expect(PhoneLine({ number: '', children: 'Rufen Sie uns an:' })).toBeNull();
  expect(PhoneLine({ number: '030 23125-100', children: 'Rufen Sie uns an:' })).not.toBeNull();
});
