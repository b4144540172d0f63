import { describe, expect, it } from 'vitest';
import {
  begunOn,
  contactOf,
  draftOf,
  draftProblem,
  freshDraft,
  isBegun,
  readAnswer,
  settle,
  stateOf,
  triesByItself,
  waitBefore,
  withCount,
} from './rules';
import type { Draft, KeptContact } from './types';

const where = { districtId: 'hang', setting: 'STAND', place: 'Kiosk' } as const;
const draft = (changes: Partial<Draft> = {}): Draft => ({ ...freshDraft('1', where), ...changes });

describe('a talk that is being entered', () => {
  it.each([
    [{}, 'contacts', 1, [1, 0]],
    [{ contacts: 2 }, 'contacts', -1, [0, 0]],
    [{ contacts: 99 }, 'contacts', 100, [99, 0]],
    [{ contacts: 2 }, 'contacts', Number.NaN, [2, 0]],
    // Whoever is new was met; who is not met any more is not new.
    [{ contacts: 1 }, 'firstContacts', 2, [2, 2]],
    [{ contacts: 3, firstContacts: 3 }, 'contacts', 2, [2, 2]],
  ] as const)('%j with %s %d counts %j', (changes, which, wanted, numbers) => {
    const { contacts, firstContacts } = withCount(draft(changes), which, wanted);
    expect([contacts, firstContacts]).toEqual(numbers);
  });

  it.each([
    [{}, false],
    [{ place: 'Hang', day: '2026-11-01', noName: true }, false],
    [{ contacts: 1 }, true],
    [{ notMet: 1 }, true],
    [{ age: 'mixed' }, true],
    [{ mood: 'OPEN' }, true],
    [{ topicIds: ['bus'] }, true],
    [{ note: 'Bank' }, true],
  ] satisfies [Partial<Draft>, boolean][])('%j is begun: %j', (changes, begun) => {
    expect(isBegun(draft(changes))).toBe(begun);
    expect(begunOn(draft(changes), '2026-11-30').day).toBe(
      begun ? '2026-11-30' : ('day' in changes && changes.day) || '',
    );
  });

  it('keeps the day on which it was begun', () => {
    expect(begunOn(draft({ contacts: 1, day: '2026-11-29' }), '2026-11-30').day).toBe('2026-11-29');
    expect(contactOf(draft({ contacts: 1, day: '2026-11-29' }), '2026-11-30').day).toBe(
      '2026-11-29',
    );
    expect(contactOf(draft({ contacts: 1 }), '2026-11-30').day).toBe('2026-11-30');
  });

  it('is sent with all of one age, or none said, and with shut doors only where there are doors', () => {
    const teens = contactOf(draft({ contacts: 3, age: 'ageTo17', notMet: 4 }), '2026-11-30');
    expect([teens.ageTo17, teens.ageTo64, teens.notMet]).toEqual([3, 0, 0]);
    expect(contactOf(draft({ contacts: 3, age: 'mixed' }), '2026-11-30').ageTo17).toBe(0);
    const doors = contactOf(draft({ setting: 'DOORSTEP', notMet: 4 }), '2026-11-30');
    expect(doors.notMet).toBe(4);
    expect(teens).not.toHaveProperty('age');
  });

  it('comes back into the form as it was', () => {
    const one = draft({ contacts: 3, age: 'ageTo17', day: '2026-11-30', note: 'Bank' });
    expect(draftOf(contactOf(one, '2026-11-30'))).toEqual(one);
  });

  it('takes along why it came back only as long as it is in the form', () => {
    const one = draft({ contacts: 1, problem: 'Kein Ort.' });
    expect(contactOf(one, '2026-11-30')).not.toHaveProperty('problem');
    expect(freshDraft('2', one)).not.toHaveProperty('problem');
  });

  it.each([
    [{ districtId: '', contacts: 1 }, 'where'],
    [{}, 'nobody'],
    [{ notMet: 2 }, 'nobody'],
    [{ setting: 'DOORSTEP', notMet: 2 }, null],
    [{ contacts: 1 }, null],
  ] satisfies [Partial<Draft>, string | null][])('%j lacks %j', (changes, problem) => {
    expect(draftProblem(draft(changes))).toBe(problem);
  });
});

describe('an answer', () => {
  const html = '<html>Willkommen im WLAN</html>';

  it.each([
    [200, '{"answers":[]}', { answers: [] }],
    [200, html, { obstacle: 'server' }],
    [200, '{"answers":{}}', { obstacle: 'server' }],
    [200, 'null', { obstacle: 'server' }],
    [0, '', { obstacle: 'server' }],
    [302, html, { obstacle: 'server' }],
    [400, '{"error":"INVALID"}', { obstacle: 'outdated' }],
    [401, '{"error":"SIGN_IN_REQUIRED"}', { obstacle: 'signIn' }],
    // A network that wants to be paid is not our sign-in.
    [401, html, { obstacle: 'server' }],
    [403, '{"error":"SECOND_FACTOR_REQUIRED"}', { obstacle: 'secondFactor' }],
    [403, html, { obstacle: 'server' }],
    [404, '{"error":"NOT_FOUND"}', { obstacle: 'notAllowed' }],
    [404, html, { obstacle: 'server' }],
    [409, '{"error":"REFUSED","sentence":"x"}', { obstacle: 'server' }],
    [413, html, { tooLarge: true }],
    [429, '{"error":"RATE_LIMITED"}', { obstacle: 'server' }],
    [500, '{"error":"FAILED","id":"7"}', { obstacle: 'server' }],
    [503, html, { obstacle: 'server' }],
  ])('%d %j means %j', (status, text, read) => {
    expect(readAnswer(status, text)).toEqual(read);
  });

  it('lets go only of what it names as stored', () => {
    const kept = ['a', 'b', 'c', 'd', 'e', 'f'].map(
      (id) => ({ id, contact: {}, problem: '' }) as KeptContact,
    );
    const answers = [
      { id: 'a', answer: 'stored', sentence: '' },
      { id: 'b', answer: 'alreadyThere', sentence: 'Zählt nicht mehr.' },
      { id: 'c', answer: 'refused', sentence: 'Kein Ort.' },
      { id: 'd', answer: 'refused', sentence: '' },
      { id: 'e', answer: 'perhaps', sentence: '' },
      { id: 'x', answer: 'stored', sentence: '' },
    ];
    expect(settle(kept, answers)).toEqual({
      gone: ['a', 'b'],
      remarks: ['Zählt nicht mehr.'],
      refused: [{ ...kept[2], problem: 'Kein Ort.' }],
    });
  });
});

describe('what is said', () => {
  const standing = {
    waiting: 0,
    refused: 0,
    obstacle: null,
    isSending: false,
    wentOver: false,
  } as const;

  it.each([
    [{}, 'nothing'],
    [{ wentOver: true }, 'done'],
    [{ waiting: 3 }, 'waits'],
    [{ waiting: 3, isSending: true, obstacle: 'noNet' }, 'sending'],
    [{ waiting: 3, obstacle: 'noNet' }, 'noNet'],
    [{ waiting: 3, obstacle: 'signIn' }, 'signIn'],
    // What was in the way of nothing any more is not told.
    [{ obstacle: 'noNet', wentOver: true }, 'done'],
    // As long as one is refused not everything went over.
    [{ refused: 1, wentOver: true }, 'refused'],
    [{ refused: 1, waiting: 1, obstacle: 'noNet' }, 'noNet'],
    [{ obstacle: 'full', wentOver: true }, 'full'],
    [{ waiting: 3, isSending: true, obstacle: 'full' }, 'full'],
    [{ obstacle: 'noStore' }, 'noStore'],
    [{ obstacle: 'outdated' }, 'outdated'],
  ] as const)('%j is %s', (changes, state) => {
    expect(stateOf({ ...standing, ...changes })).toBe(state);
  });

  it('is tried again by itself, ever less often, unless somebody has to act', () => {
    expect([0, 1, 2, 20].map(waitBefore)).toEqual([5000, 10_000, 20_000, 300_000]);
    expect([null, 'noNet', 'server', 'full'].map((one) => triesByItself(one as null))).toEqual(
      Array(4).fill(true),
    );
    expect(triesByItself('signIn')).toBe(false);
  });
});
