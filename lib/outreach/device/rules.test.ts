import { describe, expect, it } from 'vitest';
import { readAnswer, settle, stateOf, triesByItself, waitBefore } from './rules';
import type { KeptContact } from './types';

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
    // Ours: it could not digest what was sent, so less is sent at once.
    [500, '{"error":"FAILED","id":"7"}', { failed: true }],
    [500, html, { obstacle: 'server' }],
    [503, html, { obstacle: 'server' }],
  ])('%d %j means %j', (status, text, read) => {
    expect(readAnswer(status, text)).toEqual(read);
  });

  it('lets go only of what it names as stored', () => {
    const kept = ['a', 'b', 'c', 'd', 'e', 'f'].map(
      (id) => ({ id, contact: {}, problem: '' }) as KeptContact,
    );
    const answers = [
      { id: 'a', answer: 'stored', sentence: '', field: '' },
      { id: 'b', answer: 'alreadyThere', sentence: 'Zählt nicht mehr.', field: '' },
      { id: 'c', answer: 'refused', sentence: 'Kein Ort.', field: 'place' },
      { id: 'd', answer: 'refused', sentence: '', field: '' },
      { id: 'e', answer: 'perhaps', sentence: '', field: '' },
      { id: 'x', answer: 'stored', sentence: '', field: '' },
    ];
    expect(settle(kept, answers)).toEqual({
      gone: ['a', 'b'],
      remarks: ['Zählt nicht mehr.'],
      refused: [{ ...kept[2], problem: 'Kein Ort.', field: 'place' }],
    });
  });
});

describe('what is said', () => {
  const standing = {
    waiting: 0,
    refused: 0,
    obstacle: null,
    unkept: null,
    isSending: false,
    wentOver: false,
    isBegun: false,
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
    // Whatever went over meanwhile: what stands in the form is not on the device.
    [{ unkept: 'full', wentOver: true }, 'full'],
    [{ waiting: 3, isSending: true, unkept: 'full' }, 'full'],
    [{ unkept: 'noStore', obstacle: 'noNet', waiting: 1 }, 'noStore'],
    // Nobody goes home with a talk in the form because everything else went over.
    [{ isBegun: true, wentOver: true }, 'begun'],
    [{ isBegun: true }, 'begun'],
    [{ isBegun: true, waiting: 1 }, 'waits'],
    [{ isBegun: true, refused: 1 }, 'refused'],
    [{ obstacle: 'outdated' }, 'outdated'],
  ] as const)('%j is %s', (changes, state) => {
    expect(stateOf({ ...standing, ...changes })).toBe(state);
  });

  it('is tried again by itself, ever less often, unless somebody has to act', () => {
    expect([0, 1, 2, 20].map(waitBefore)).toEqual([5000, 10_000, 20_000, 300_000]);
    expect([null, 'noNet', 'server'].map((one) => triesByItself(one as null))).toEqual(
      Array(3).fill(true),
    );
    expect(triesByItself('signIn')).toBe(false);
  });
});
