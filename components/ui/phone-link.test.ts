import { describe, expect, it } from 'vitest';
import { phoneHref } from './phone-link';

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
