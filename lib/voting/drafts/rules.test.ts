import { describe, expect, it } from 'vitest';
import { hasDuplicates, optionLines } from './rules';

describe('answers as the office types them', () => {
  it('reads one option per line', () => {
    expect(optionLines(' Schaukel \n\nSegel\n')).toEqual(['Schaukel', 'Segel']);
  });

  it('notices labels that look the same', () => {
    expect(hasDuplicates(['Bank', 'bank '])).toBe(true);
    expect(hasDuplicates(['Bank', 'Banktisch'])).toBe(false);
    expect(hasDuplicates(['Zwei  Bäume', 'zwei bäume'])).toBe(true);
  });
});
