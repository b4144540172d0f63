import { expect, test } from 'vitest';
import { isNarrow } from './rules';

test.each([
  [{}, false],
  [{ districtSlug: 'hang' }, true],
  [{ kind: 'COUNSELLING' as const }, true],
])('%j shows a part alone: %j', (scope, narrow) => {
  expect(isNarrow(scope)).toBe(narrow);
});
