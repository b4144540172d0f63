import { expect, it } from 'vitest';
import { isUuid } from './uuid.mjs';

it.each([
  ['01a22b8a-bcd5-721c-9bb0-4fbc9adb388f', true],
  ['01a22b8a-bcd5-721c-9bb0-4fbc9adb388f ', false],
  ['01A22B8A-BCD5-721C-9BB0-4FBC9ADB388F', false],
  ['01a22b8abcd5721c9bb04fbc9adb388f', false],
  ["01a22b8a-bcd5-721c-9bb0-4fbc9adb388f'", false],
  ['', false],
])('%s names a row: %s', (text, is) => {
  expect(isUuid(text)).toBe(is);
});
