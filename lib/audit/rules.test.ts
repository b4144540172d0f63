import { expect, it } from 'vitest';
import { auditFilterOf } from './rules';

it.each([
  [{}, { kind: 'all', period: 'month', page: 1 }],
  [
    { kind: 'polls', period: 'year', page: '3' },
    { kind: 'polls', period: 'year', page: 3 },
  ],
  [
    { kind: 'toString', period: '__proto__', page: '-1' },
    { kind: 'all', period: 'month', page: 1 },
  ],
  [
    { kind: ['polls'], period: ['year'], page: ['2'] },
    { kind: 'all', period: 'month', page: 1 },
  ],
  [{ page: '99999' }, { kind: 'all', period: 'month', page: 10_000 }],
  [{ page: '1e3' }, { kind: 'all', period: 'month', page: 1 }],
])('%o asks for %o', (asked, filter) => {
  expect(auditFilterOf(asked, ['polls', 'forum'])).toEqual(filter);
});
