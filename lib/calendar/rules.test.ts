import { expect, test } from 'vitest';
import { canBeCalledOff } from './entries/rules';
import { isNarrow } from './rules';

test.each([
  [{}, false],
  [{ districtSlug: 'hang' }, true],
  [{ kind: 'COUNSELLING' as const }, true],
])('%j shows a part alone: %j', (scope, narrow) => {
  expect(isNarrow(scope)).toBe(narrow);
});

const DATE = {
  localDate: '2026-12-01',
  startsAt: new Date('2026-12-01T09:00:00Z'),
  endsAt: new Date('2026-12-01T10:00:00Z'),
  state: 'planned' as const,
  plannedStart: null,
  note: '',
};

test.each([
  ['still to come', false, DATE, true],
  ['called off as a whole', true, DATE, false],
  ['over', false, null, false],
  ['over and called off', true, null, false],
])('an entry that is %s', (_what, cancelled, nextDate, can) => {
  expect(canBeCalledOff({ cancelled, nextDate })).toBe(can);
});
