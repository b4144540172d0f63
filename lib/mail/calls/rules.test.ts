import { describe, expect, it } from 'vitest';
import { byUrgency, MOST_NOTE, withLine } from './rules';
import type { CallItem } from './types';

const item = (id: string, dueAt: string | null, createdAt = '2026-11-20'): CallItem => ({
  id,
  kind: 'PHONE',
  person: '',
  contact: '',
  subject: '',
  message: '',
  link: '',
  dueAt: dueAt === null ? null : new Date(dueAt),
  createdAt: new Date(createdAt),
  doneAt: null,
  note: '',
});

describe('the call list', () => {
  it('has what is due first on top, and what has no date at the end, the oldest first', () => {
    const items = [
      item('new', null, '2026-11-21'),
      item('late', '2026-11-30'),
      item('old', null, '2026-11-01'),
      item('soon', '2026-11-22'),
    ];
    expect(items.sort(byUrgency).map(({ id }) => id)).toEqual(['soon', 'late', 'old', 'new']);
  });

  it('keeps notes of tries below each other and forgets the oldest when there are too many', () => {
    expect(withLine('', 'eins')).toBe('eins');
    expect(withLine('eins', 'zwei')).toBe('eins\nzwei');
    const long = withLine(`alt\n${'x'.repeat(MOST_NOTE - 5)}`, 'neu neu');
    expect(long).toBe('neu neu');
  });
});
