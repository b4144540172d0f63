import { expect, it } from 'vitest';
import { byteSize } from './sizes';

it.each([
  [0, 'de', '0 Byte'],
  [1023, 'en', '1,023 byte'],
  [1024, 'de', '1 kB'],
  [96 * 1024 ** 2, 'de-LS', '96 MB'],
  [1.25 * 1024 ** 3, 'de', '1,3 GB'],
  [1.25 * 1024 ** 3, 'en', '1.3 GB'],
  [3 * 1024 ** 5, 'en', '3,072 TB'],
])('%d bytes in %s are %s', (bytes, locale, text) => {
  expect(byteSize(bytes, locale).replace(/\s/g, ' ')).toBe(text);
});
