import { describe, expect, test } from 'vitest';
import { type Audience, historyFor, textFor } from './audience';

describe('a note', () => {
  test.each<[Audience, 'PUBLIC' | 'PERSON', boolean]>([
    ['PUBLIC', 'PUBLIC', true],
    ['PUBLIC', 'PERSON', true],
    ['PERSON', 'PUBLIC', false],
    ['PERSON', 'PERSON', true],
    ['INTERNAL', 'PUBLIC', false],
    ['INTERNAL', 'PERSON', false],
  ])('for %s is read by %s: %s', (audience, reader, isRead) => {
    expect(textFor(reader, 'Frau K. rief an', audience)).toBe(isRead ? 'Frau K. rief an' : '');
  });

  test('that is not meant for a reader leaves its step, without words', () => {
    const steps = [
      { to: 'HANDED_OVER', note: 'Wann wird gebaut?', audience: 'PUBLIC' as const },
      { to: 'HANDED_OVER', note: 'Kollege ruft zurück', audience: 'INTERNAL' as const },
    ];
    expect(historyFor('PUBLIC', steps)).toEqual([
      { to: 'HANDED_OVER', note: 'Wann wird gebaut?' },
      { to: 'HANDED_OVER', note: '' },
    ]);
  });
});
