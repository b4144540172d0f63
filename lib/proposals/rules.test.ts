import { expect, test } from 'vitest';
import { saysMore } from './rules';

test.each([
  ['Eine Bank fehlt', 'Eine Bank fehlt', false],
  ['Eine Bank fehlt', 'Eine Bank fehlt.', false],
  ['Eine Bank fehlt!', '  eine Bank\nfehlt', false],
  ['Eine Bank fehlt', 'Eine Bank fehlt. Am Abend ist es dunkel.', true],
  ['Bus 12', 'Bus 13', true],
  // Taken away on somebody's wish: that is said.
  ['Eine Bank fehlt', '', true],
])('of %j the text %j says more: %j', (title, body, more) => {
  expect(saysMore({ title, body })).toBe(more);
});
