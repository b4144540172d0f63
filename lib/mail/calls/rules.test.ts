import { describe, expect, it } from 'vitest';
import { byPerson, MOST_NOTE, withLine } from './rules';
import type { CallItem } from './types';

const item = (id: string, contact: string): CallItem => ({
  ...{ id, kind: 'PHONE', person: '', contact, subject: '', message: '', link: '' },
  ...{
    dueAt: new Date('2026-12-03'),
    createdAt: new Date(0),
    doneAt: null,
    version: 1,
    wording: 1,
    accountId: null,
    note: '',
  },
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
    const rows = [['soon', 'later'], ['other'], ['nameless'], ['another']];
    expect(byPerson(items).map((row) => row.items.map(({ id }) => id))).toEqual(rows);
  });

  it.each([
    ['030 23125-150', '+49 30 23125150'],
    ['030/23125 150', '0049 (0)30 23125-150'],
    ['Siedlerweg 4, 08289 Schneeberg', 'Siedlerweg 4\n08289 Schneeberg'],
  ])('knows %j and %j for one person', (one, other) => {
    const [row, ...more] = byPerson([item('a', one), item('b', other)]);
    expect([row?.contact, row?.items.length, more.length]).toEqual([one, 2, 0]);
  });

  it('knows one account for one person, with the number that is known of it', () => {
    const mine = (id: string, contact: string) => ({ ...item(id, contact), accountId: 'mine' });
    const rows = byPerson([mine('moderates', ''), item('other', ''), mine('votes', '030 1')]);
    expect(rows.map(({ contact, items }) => [contact, items.length])).toEqual([
      ['030 1', 2],
      ['', 1],
    ]);
  });

  it('has every name once and the earliest day', () => {
    const dueAt = new Date('2026-12-01');
    const [row] = byPerson([
      { ...item('a', '030 1'), person: 'Inge', dueAt },
      { ...item('b', '030 1'), person: 'Karl', dueAt: new Date('2026-12-02') },
      { ...item('c', '030 1'), person: 'Inge' },
    ]);
    expect(row).toMatchObject({ names: ['Inge', 'Karl'], dueAt });
  });

  it('keeps notes of tries below each other and forgets the oldest when there are too many', () => {
    expect(withLine('', 'eins')).toBe('eins');
    expect(withLine('eins', 'zwei')).toBe('eins\nzwei');
    const long = withLine(`alt\n${'x'.repeat(MOST_NOTE - 5)}`, 'neu neu');
    expect(long).toBe('neu neu');
  });
});
