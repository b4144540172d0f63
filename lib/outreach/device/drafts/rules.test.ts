import { describe, expect, it } from 'vitest';
import { isBegun } from '../begun/rules';
import type { Counted, Draft } from '../types';
import {
  begunOn,
  callOf,
  contactOf,
  draftOf,
  draftProblem,
  freshDraft,
  ownIdOf,
  withCall,
  withCount,
  withKnown,
  withoutOldCalls,
  withoutOldWords,
  withTyped,
} from './rules';

const where = { districtId: 'hang', setting: 'STAND', place: 'Kiosk' } as const;
const known = { districtIds: ['hang'], topicIds: ['bus'], places: ['Haus 7'] };
const draft = (changes: Partial<Draft> = {}): Draft => ({ ...freshDraft('1', where), ...changes });

describe('a talk that is being entered', () => {
  it.each([
    [{}, 'contacts', 1, [1, 0]],
    [{ contacts: 2 }, 'contacts', -1, [0, 0]],
    [{ contacts: 99 }, 'contacts', 100, [99, 0]],
    // What was typed above is not taken away by a tap.
    [{ contacts: 120 }, 'contacts', 121, [120, 0]],
    [{ contacts: 120 }, 'contacts', 119, [119, 0]],
    // Whoever is new was met; who is not met any more is not new.
    [{ contacts: 1 }, 'firstContacts', 2, [2, 2]],
    [{ contacts: 3, firstContacts: 3 }, 'contacts', 2, [2, 2]],
  ] as const)('%j with %s %d counts %j', (changes, which, wanted, numbers) => {
    const { contacts, firstContacts } = withCount(draft(changes), which, wanted);
    expect([contacts, firstContacts]).toEqual(numbers);
  });

  it.each([
    [{}, 'contacts', '120', { contacts: 120 }],
    [{}, 'contacts', '007', { contacts: 7 }],
    // On the way from 5 to 6 nobody stops having been there for the first time.
    [{ contacts: 5, firstContacts: 3 }, 'contacts', '', { contacts: 0, firstContacts: 3 }],
    [{ contacts: 0, firstContacts: 3 }, 'contacts', '6', { contacts: 6, firstContacts: 3 }],
    [{ contacts: 2 }, 'firstContacts', '4', { contacts: 2, firstContacts: 4 }],
    // No number is made out of what is none.
    [{ contacts: 2 }, 'contacts', '-3', { contacts: 2 }],
    [{ contacts: 2 }, 'contacts', '1,5', { contacts: 2 }],
    [{ contacts: 2 }, 'contacts', '12345', { contacts: 2 }],
  ] satisfies [Partial<Draft>, Counted, string, Partial<Draft>][])(
    '%j with %s typed as %j is %j',
    (changes, which, text, numbers) => {
      expect(withTyped(draft(changes), which, text)).toEqual(draft({ ...changes, ...numbers }));
    },
  );

  it.each([
    [{}, false],
    [{ place: 'Hang', day: '2026-11-01', noName: true }, false],
    [{ contacts: 1 }, true],
    [{ notMet: 1 }, true],
    [{ age: 'mixed' }, true],
    [{ mood: 'OPEN' }, true],
    [{ topicIds: ['bus'] }, true],
    [{ note: 'Bank' }, true],
    [{ wantsCall: true }, true],
    [{ asProposal: true }, true],
  ] satisfies [Partial<Draft>, boolean][])('%j is begun: %j', (changes, begun) => {
    expect(isBegun(draft(changes))).toBe(begun);
    expect(begunOn(draft(changes), '2026-11-30').day).toBe(begun ? '2026-11-30' : '');
  });

  it('keeps the day on which it was begun', () => {
    expect(begunOn(draft({ contacts: 1, day: '2026-11-29' }), '2026-11-30').day).toBe('2026-11-29');
    expect(contactOf(draft({ contacts: 1, day: '2026-11-29' }), '2026-11-30').day).toBe(
      '2026-11-29',
    );
    expect(contactOf(draft({ contacts: 1 }), '2026-11-30').day).toBe('2026-11-30');
  });

  it('has no day when it is begun no more, unless somebody chose one that day', () => {
    const day = '2026-11-29';
    expect(begunOn(draft({ day }), '2026-11-29').day).toBe('');
    expect(begunOn(draft({ day, chosenOn: '2026-11-30' }), '2026-11-30').day).toBe(day);
    expect(begunOn(draft({ day, chosenOn: '2026-11-30' }), '2026-12-01').day).toBe('');
  });

  it('goes on with a chosen day as long as it is the date on which it was chosen', () => {
    const chosen = draft({ contacts: 1, day: '2026-11-29', chosenOn: '2026-11-30' });
    expect(freshDraft('2', chosen, '2026-11-30')).toMatchObject({
      ...where,
      ...{ day: '2026-11-29', chosenOn: '2026-11-30', contacts: 0 },
    });
    expect(freshDraft('2', chosen, '2026-12-01').day).toBe('');
    // Begun yesterday, saved today: that was not chosen.
    expect(freshDraft('2', draft({ day: '2026-11-29' }), '2026-11-30').day).toBe('');
    expect(contactOf(chosen, '2026-11-30')).not.toHaveProperty('chosenOn');
  });

  it('is sent with all of one age, or none said, and with shut doors only where there are doors', () => {
    const teens = contactOf(draft({ contacts: 3, age: 'ageTo17', notMet: 4 }), '2026-11-30');
    expect([teens.ageTo17, teens.ageTo64, teens.notMet]).toEqual([3, 0, 0]);
    expect(contactOf(draft({ contacts: 3, age: 'mixed' }), '2026-11-30').ageTo17).toBe(0);
    const doors = contactOf(draft({ setting: 'DOORSTEP', notMet: 4 }), '2026-11-30');
    expect(doors.notMet).toBe(4);
    expect(teens).not.toHaveProperty('age');
  });

  it('begun with an older page gets a word of its own id, the same in each window, and none after it was sent', () => {
    const id = '11111111-1111-4111-8111-222222222222';
    const old = draft({ id, contacts: 3, note: 'Bank' });
    const saved = ownIdOf(contactOf(old, '2026-11-30'));
    expect(saved.claim).toBe(id);
    expect(ownIdOf(contactOf(old, '2026-11-30'))).toEqual(saved);
    // What the server stores says nothing of the end of that word; a window with an older page saves the same contact.
    expect(saved.id.slice(0, -12)).toBe(id.slice(0, -12));
    expect(saved.id).not.toBe(id);
    const { claim: _, ...wordless } = contactOf(old, '2026-11-30');
    expect(ownIdOf(wordless).id).toBe(saved.id);
    // With a random word it is another contact: so it is told apart.
    expect(ownIdOf(contactOf({ ...old, claim: 'word' }, '2026-11-30')).id).not.toBe(saved.id);
    const refused = { id: saved.id, contact: ownIdOf(wordless), problem: 'Kein Ort.' };
    expect(contactOf(draftOf(refused), '2026-11-30')).not.toHaveProperty('claim');
  });

  it('comes back into the form as it was, with why, and takes that along only so long', () => {
    const said = { contacts: 3, age: 'ageTo17', day: '2026-11-30', note: 'Bank' } as const;
    const one = draft({ ...said, claim: 'word' });
    const contact = contactOf(one, '2026-11-30');
    const back = draftOf({ id: '1', contact, problem: 'Kein Ort.', field: 'place' });
    expect(back).toEqual({ ...one, problem: 'Kein Ort.', field: 'place' });
    expect(contactOf(back, '2026-11-30')).toEqual(contact);
    expect(freshDraft('2', back)).not.toHaveProperty('claim');
    expect(freshDraft('2', back)).not.toHaveProperty('problem');
    expect(freshDraft('2', back)).not.toHaveProperty('field');
  });

  it('offers only what the page still has', () => {
    const old = draft({ topicIds: ['bus', 'gone'] });
    expect(withKnown(old, known)).toEqual(draft({ topicIds: ['bus'] }));
    expect(withKnown(draft({ districtId: 'gone' }), known).districtId).toBe('');
  });
});

describe('why a talk cannot be saved', () => {
  const met = { contacts: 1 };

  it.each([
    [{ districtId: '', contacts: 1 }, 'where', 'districtId'],
    [{}, 'nobody', 'contacts'],
    [{ notMet: 2 }, 'nobody', 'contacts'],
    [{ contacts: 100 }, 'many', 'contacts'],
    [{ contacts: 1, notMet: 100, setting: 'DOORSTEP' }, 'many', 'notMet'],
    [{ contacts: 2, firstContacts: 3 }, 'moreFirst', 'firstContacts'],
    [{ ...met, day: '2026-12-01' }, 'ahead', 'day'],
    [{ ...met, day: '2026-09-30' }, 'longAgo', 'day'],
    [{ ...met, note: 'x'.repeat(301) }, 'long', 'note'],
    [{ ...met, place: 'x'.repeat(81) }, 'long', 'place'],
    [{ ...met, note: 'Frau Lindner' }, 'name', 'note'],
    [{ ...met, note: 'Frau Lindner', asProposal: true }, 'name', 'note'],
    [{ ...met, asProposal: true }, 'noWords', 'note'],
    [{ ...met, note: '?! 12', asProposal: true }, 'noWords', 'note'],
    [{ ...met, note: 'Klingel rechts', noName: true }, 'door', 'note'],
    [{ ...met, note: 'Am Wasserturm 3' }, 'street', 'note'],
    [{ ...met, place: 'bei Peter Müller' }, 'name', 'place'],
  ] satisfies [Partial<Draft>, string, string][])('%j: %s at %s', (changes, code, field) => {
    expect(draftProblem(draft(changes), '2026-11-30', known)).toMatchObject({ code, field });
  });

  it.each([
    { setting: 'DOORSTEP', notMet: 2 },
    { contacts: 99, firstContacts: 99, day: '2026-10-01' },
    { contacts: 1, notMet: 200 },
    // Signs as people count them.
    { contacts: 1, note: '💡'.repeat(300) },
    { contacts: 1, note: 'Frau Lindner', noName: true },
    { contacts: 1, note: 'Uhr', asProposal: true },
    { contacts: 1, place: 'HAUS 7' },
  ] satisfies Partial<Draft>[])('is none for %j', (changes) => {
    expect(draftProblem(draft(changes), '2026-11-30', known)).toBeNull();
  });
});

it.each([
  ['2026-09-30', ''],
  ['2026-10-01', 'Bank'],
  ['', 'Bank'],
])('words of %j on 30 November are %j', (day, note) => {
  const said = { day, note: 'Bank', asProposal: true };
  expect(withoutOldWords(said, '2026-11-30')).toEqual({ day, note, asProposal: note !== '' });
});

it('what is to become of a talk is sent, but not that somebody wants a call', () => {
  const sent = contactOf(draft({ contacts: 1, asProposal: true, wantsCall: true }), '2026-11-30');
  expect(sent.asProposal).toBe(true);
  expect(sent).not.toHaveProperty('wantsCall');
  expect(callOf({ wantsCall: true }, sent)).toEqual({ id: '1', day: '2026-11-30' });
  expect(callOf({ wantsCall: false }, sent)).toBeUndefined();
  // The next talk begins without either.
  expect(freshDraft('2', draft({ asProposal: true, wantsCall: true }))).toMatchObject({
    ...{ asProposal: false, wantsCall: false },
  });
  // One begun on an older page says neither.
  const { asProposal: _, ...old } = draft({ contacts: 1 });
  expect(contactOf(old as Draft, '2026-11-30').asProposal).toBe(false);
});

it('calls are asked for once each, for 29 days', () => {
  const calls = [
    { id: 'old', day: '2026-10-31' },
    { id: 'kept', day: '2026-11-01' },
  ];
  expect(withoutOldCalls(calls, '2026-11-30')).toEqual([calls[1]]);
  expect(withoutOldCalls(calls, '2026-11-29')).toBe(calls);
  expect(withCall(calls, { id: 'old', day: '2026-11-30' })).toEqual([
    ...[calls[1], { id: 'old', day: '2026-11-30' }],
  ]);
});
