import { expect, it, test } from 'vitest';
import { contactOf, freshDraft } from '../drafts/rules';
import { withoutRefusedWords, withoutWordsToMend } from './rules';

const where = { districtId: 'hang', setting: 'STAND', place: 'bei Lindner' } as const;
const draft = { ...freshDraft('1', where), contacts: 2, note: 'Frau Lindner' };
const contact = contactOf(draft, '2026-11-30');
const kept = { id: '1', contact };

test.each([
  // With the words goes what was wrong: the numbers go over.
  ['note', { note: '', place: 'bei Lindner' }, ''],
  ['place', { note: '', place: '' }, ''],
  ['day', { note: '', place: 'bei Lindner' }, 'Zu lange her.'],
])('of what was refused for its %s the numbers stay', (field, words, problem) => {
  const left = withoutRefusedWords({ ...kept, problem: 'Zu lange her.', field });
  expect(left).toMatchObject({ id: '1', contact: { ...contact, ...words }, problem });
});

it('leaves alone what waits, and what nobody has refused in the form', () => {
  expect(withoutRefusedWords({ ...kept, problem: '' })).toEqual({ ...kept, problem: '' });
  expect(withoutWordsToMend(draft)).toEqual(draft);
  const mending = { ...draft, problem: 'Ein Name.', field: 'place' };
  expect(withoutWordsToMend(mending)).toMatchObject({ note: '', place: '', contacts: 2 });
});
