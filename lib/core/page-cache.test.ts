import { describe, expect, it } from 'vitest';
import { saidOfStep, withSearch } from './page-cache';
import { newPageNotes, processState } from './process-state.mjs';
import { signSaid } from './said';

describe('the twin of a page in another language', () => {
  it.each([
    ['', '/nummer', '/nummer'],
    ['?number=117', '/nummer', '/nummer?number=117'],
    ['?step=answer&_rsc=1a2b', '/team/vorschlaege/3', '/team/vorschlaege/3?step=answer'],
    ['?next=%2Fkonto%22%3E', '/anmelden', '/anmelden?next=%2Fkonto%22%3E'],
    ['?item=2', '/konto/forum/4?item=3', '/konto/forum/4?item=3'],
  ])('keeps what was asked: %s', (search, path, twin) => {
    const scope = { address: '', id: '', pageNotes: newPageNotes(), search };
    expect(processState().requests.run(scope, () => withSearch(path))).toBe(twin);
  });

  it('has nothing to keep outside of a request', () => {
    expect(withSearch('/nummer')).toBe('/nummer');
  });
});

it('a step is spoken of, unless the page answers another form by now', () => {
  const pageNotes = newPageNotes();
  const scope = {
    address: '',
    id: '',
    pageNotes,
    path: '/team',
    search: new URL(signSaid('/team?said=team.saved'), 'http://x').search,
  };
  expect(processState().requests.run(scope, saidOfStep)).toMatchObject({
    words: 'team.said.saved',
  });
  pageNotes.answer = 'invalid';
  expect(processState().requests.run(scope, saidOfStep)).toBeNull();
  expect(saidOfStep()).toBeNull();
});
