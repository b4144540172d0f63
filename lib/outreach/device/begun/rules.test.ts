import { describe, expect, it } from 'vitest';
import { freshDraft } from '../drafts/rules';
import { isBegun, withBegun, withChanged, withNext } from './rules';

const where = { districtId: 'hang', setting: 'STAND', place: '' } as const;
const fresh = freshDraft('fresh', where);
const begun = (id: string, contacts = 1) => ({ ...freshDraft(id, where), contacts });
const [a, b, c] = [begun('a'), begun('b'), begun('c')];

describe('talks begun in several windows', () => {
  it.each([
    ['the first one', { draft: null, later: [] }, a, { draft: a, later: [] }],
    ['one in the place of an empty form', { draft: fresh, later: [] }, a, { draft: a, later: [] }],
    [
      'the same once more',
      { draft: a, later: [b] },
      begun('a', 2),
      { draft: begun('a', 2), later: [b] },
    ],
    ['one beside that of another window', { draft: a, later: [] }, b, { draft: b, later: [a] }],
    ['one that stood behind', { draft: a, later: [b, c] }, b, { draft: b, later: [a, c] }],
    ['an empty form beside one', { draft: a, later: [] }, fresh, { draft: fresh, later: [a] }],
  ])('are kept: %s', (_, there, draft, kept) => {
    expect(withBegun(there, draft)).toEqual(kept);
  });

  it.each([
    ['its own', { draft: a, later: [b] }, fresh, { draft: fresh, later: [b] }],
    ['its own, with one behind it', { draft: a, later: [b] }, b, { draft: b, later: [] }],
    [
      'one that another window stands before',
      { draft: b, later: [a] },
      fresh,
      { draft: fresh, later: [b] },
    ],
  ])('are saved alone: %s', (_, there, next, kept) => {
    expect(withNext(there, 'a', next)).toEqual(kept);
  });

  it('get other words only where they still are', () => {
    const changed = [begun('b', 5), begun('gone')];
    expect(withChanged({ draft: a, later: [b] }, changed)).toEqual({
      ...{ draft: a, later: [begun('b', 5)] },
    });
  });
});

it('a form nobody has touched is not begun', () => {
  expect([isBegun(fresh), isBegun(a), isBegun({ ...fresh, note: 'x' })]).toEqual([
    ...[false, true, true],
  ]);
});
