import { describe, expect, it } from 'vitest';
import { breakable, writable } from './letters.mjs';

describe('letters the fonts do not have', () => {
  const has = (character: string) => /[ -~äö]/.test(character);

  it.each([
    ['Gökçe Yağmur', 'Gökce Yagmur'],
    ['Ж 漢', '? ?'],
    ['🧑‍🦰 da', '? da'],
    ['a\r\nb\tc\u0007', 'a\nb c'],
    ['\ud800x', '?x'],
  ])('lose their marks, or become a question mark: %j', (text, printed) => {
    expect(writable(text, has)).toBe(printed);
  });
});

describe('words without a place to divide them', () => {
  it.each([
    ['Straßenbeleuchtungsanlage', 'Straßenbeleuchtungsanlage'],
    ['kurz xxxxxxxxxx', 'kurz xxxxxxxxxx'],
    ['forum.example.org/nummer', 'forum.\u200bexample.\u200borg/\u200bnummer'],
    ['f'.concat('1'.repeat(20)), [...'f'.concat('1'.repeat(20))].join('\u200b')],
    ['x'.repeat(20), [...'x'.repeat(20)].join('\u200b')],
  ])('may go on in the next line anywhere: %s', (text, printed) => {
    expect(breakable(text)).toBe(printed);
  });
});
