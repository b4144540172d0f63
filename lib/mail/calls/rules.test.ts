import { describe, expect, it } from 'vitest';
import { byPerson, MOST_NOTE, withLine } from './rules';
import type { CallItem } from './types';

const item = (id: string, contact: string): CallItem => ({
  ...{ id, kind: 'PHONE', person: '', contact, subject: '', message: '', link: '' },
  ...{ dueAt: null, createdAt: new Date(0), doneAt: null, version: 1, note: '' },
});

describe('the call list', () => {
  it('has what one person is owed together, and does not take two without a number for one', () => {
    const items = [
      item('soon', '030 23125-150'),
      item('other', '030 99'),
      item('nameless', ''),
      item('later', '(030) 23125 150'),
      item('another', ''),
    ];
    const order = ['soon', 'later', 'other', 'nameless', 'another'];
    expect(byPerson(items).map(({ id }) => id)).toEqual(order);
  });

  it('keeps notes of tries below each other and forgets the oldest when there are too many', () => {
    expect(withLine('', 'eins')).toBe('eins');
    expect(withLine('eins', 'zwei')).toBe('eins\nzwei');
    const long = withLine(`alt\n${'x'.repeat(MOST_NOTE - 5)}`, 'neu neu');
    expect(long).toBe('neu neu');
  });
});
