import { describe, expect, it } from 'vitest';
import type { NameChoice } from '../types';
import { shownName } from './rules';

const rows: [NameChoice, string, string | null][] = [
  ['FIRST_NAME', 'Renate Krause', 'Renate'],
  ['FIRST_NAME', '  Hans-Jürgen   Groß ', 'Hans-Jürgen'],
  ['FIRST_NAME', 'Oksana', 'Oksana'],
  ['INITIALS', 'Renate Krause', 'R.\u00a0K.'],
  ['INITIALS', 'Hans-Jürgen Müller-Lüdenscheidt', 'H.\u00a0M.'],
  ['INITIALS', 'ömer çelik', 'Ö.\u00a0Ç.'],
  ['INITIALS', 'Anna Maria von der Heide', 'A.\u00a0H.'],
  ['INITIALS', 'Renate', 'R.'],
  ['INITIALS', '👵 Renate Krause', 'R.\u00a0K.'],
  ['NEIGHBOUR', 'Renate Krause', null],
  ['FIRST_NAME', '', null],
  ['INITIALS', '👵 123', null],
];

describe('the name as its owner wants it shown', () => {
  it.each(rows)('%s of "%s" is %s', (choice, name, shown) => {
    expect(shownName(choice, name)).toBe(shown);
  });

  it('never shows more of the last name than its first letter', () => {
    for (const choice of ['FIRST_NAME', 'INITIALS', 'NEIGHBOUR'] as const) {
      expect(shownName(choice, 'Renate Krause') ?? '').not.toContain('Krause');
    }
  });
});
