import { expect, it } from 'vitest';
import type { SupportState } from '../types';
import { wroteLast } from './rules';

it.each<[SupportState, string[], boolean]>([
  ['RECEIVED', ['asker'], false],
  // Taken down on the phone.
  ['RECEIVED', ['office'], false],
  ['OFFERED', ['asker', 'office'], true],
  ['CLARIFYING', ['asker', 'office'], true],
  ['CLARIFYING', ['asker', 'office', 'asker'], false],
  ['CONFIRMED', ['asker', 'office', 'asker'], false],
  ['IN_PROGRESS', ['asker', 'office', 'asker', 'office'], true],
  ['CLARIFYING', [], false],
])('%s after %j: the office wrote last: %s', (state, takers, last) => {
  expect(
    wroteLast(
      state,
      takers.map((by) => ({ by })),
    ),
  ).toBe(last);
});
