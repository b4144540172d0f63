import { expect, it, test } from 'vitest';
import de from '../../words/de/outreach-contacts.json';
import deLS from '../../words/de-LS/outreach-contacts.json';
import en from '../../words/en/outreach-contacts.json';
import { contactOf, freshDraft } from '../drafts/rules';
import { quotesWords, withoutRefusedWords, withoutUnsavedWords } from './rules';

const where = { districtId: 'hang', setting: 'STAND', place: 'bei Lindner' } as const;
const draft = { ...freshDraft('1', where), contacts: 2, note: 'Frau Lindner', asProposal: true };
const contact = contactOf(draft, '2026-11-30');
const kept = { id: '1', contact };
const QUOTING = '„Frau Lindner“ sieht wie ein Name aus.';

test.each([
  // With the words goes what was wrong: the numbers go over.
  ['note', QUOTING, { note: '', place: 'bei Lindner' }, ''],
  ['place', QUOTING, { note: '', place: '' }, ''],
  ['', QUOTING, { note: '', place: 'bei Lindner' }, ''],
  ['day', 'Zu lange her.', { note: '', place: 'bei Lindner' }, 'Zu lange her.'],
])('of what was refused for its %s the numbers stay', (field, said, words, problem) => {
  const left = withoutRefusedWords({ ...kept, problem: said, field });
  expect(left).toMatchObject({
    id: '1',
    contact: { ...contact, ...words, asProposal: false },
    problem,
  });
});

it('leaves alone what waits', () => {
  expect(withoutRefusedWords({ ...kept, problem: '' })).toEqual({ ...kept, problem: '' });
});

test.each([
  ['nothing', undefined, undefined, undefined],
  ['its note', QUOTING, 'note', ''],
  ['its place', 'Zu lang.', 'place', ''],
  ['its day', 'Zu lange her.', 'day', 'Zu lange her.'],
])('of a talk nobody has saved, with %s to mend, the numbers stay', (_, said, field, problem) => {
  const wrong = said === undefined ? {} : { problem: said, field: field ?? '' };
  const left = withoutUnsavedWords({ ...draft, ...wrong });
  expect(left).toMatchObject({ contacts: 2, districtId: 'hang', note: '', place: '' });
  expect(left.asProposal).toBe(false);
  expect(left.problem || '').toBe(problem ?? '');
  expect(JSON.stringify(left)).not.toContain('Lindner');
});

it('knows each sentence of the house that repeats what somebody wrote', () => {
  for (const { trace, refused } of [de, deLS, en]) {
    expect(Object.values(trace).filter((sentence) => !quotesWords(sentence))).toEqual([]);
    expect(Object.values(refused).filter(quotesWords)).toEqual([]);
  }
});
