import { expect, it } from 'vitest';
import { newRowId } from './row-id';

const timeOf = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16);

it('ids of rows are of version 7, name their time, and stand in the order in which they were made', () => {
  // Files that share a process have made some before, also of days to come.
  const at = new Date(timeOf(newRowId(new Date(0))) + 1123);
  const made = Array.from({ length: 10_000 }, () => newRowId(at));
  expect(new Set(made).size).toBe(made.length);
  expect(made.toSorted()).toEqual(made);
  for (const id of made)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const [first = ''] = made;
  expect(timeOf(first)).toBe(at.getTime());
  // A clock that was set back makes none that stands before those.
  expect([newRowId(new Date(0)), ...made].toSorted().at(-1)).not.toBe(made.at(-1));
});
