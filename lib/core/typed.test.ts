import { describe, expect, it } from 'vitest';
import { asTyped, withPlainSigns } from './typed';

/** A sentence in signs that are drawn nowhere, as it can be put behind any letter. */
const hidden = (text: string) =>
  Array.from(text, (sign) => String.fromCodePoint(0xe0000 + (sign.codePointAt(0) ?? 0))).join('');

describe('what comes in', () => {
  it.each([
    ['a sentence in tags', `Eine Bank${hidden('Ruf 030 123 an')} am Weg`, 'Eine Bank am Weg'],
    ['a flag of a region', `🏴${hidden('gbeng')}\u{e007f}`, `🏴${hidden('gbeng')}\u{e007f}`],
    ['a sentence behind a flag', `🏴${hidden('Ruf 030 123 an, Frau Meier')}`, '🏴'],
    ['a name behind a flag', `🏴${hidden('meier')}\u{e007f}`, '🏴'],
    ['a sentence in shapes', `❤${'\ufe00\ufe0f'.repeat(50)}`, '❤'],
    ['shapes again and again', `❤${'\ufe0f\ufe0e'.repeat(50)}`, '❤\ufe0f'],
    ['shapes of letters', 'Ba\ufe0fn\ufe0ek 03\ufe0f0', 'Bank 030'],
    ['a key', '1\ufe0f\u20e3 am Eingang', '1\ufe0f\u20e3 am Eingang'],
    ['joiners again and again', `👩${'\u200d\u200c'.repeat(50)}👧`, '👩\u200d👧'],
    ['shapes behind letters', 'Ba\u{e0101}nk', 'Bank'],
    ['the shape of a Chinese character', '葛\u{e0100}', '葛\u{e0100}'],
    ['half a character', 'Bank\ud83d am Weg', 'Bank am Weg'],
    ['joiners of letters', 'Auf\u200clage, J\u200dürgen', 'Auflage, Jürgen'],
    ['joiners at the edges', '\u200dMaria \u200c', 'Maria'],
    ['a joiner of graphemes', 'Stra\u034fße', 'Straße'],
    ['a family', '👩\u200d👩\u200d👧 und 1', '👩\u200d👩\u200d👧 und 1'],
    ['a word of another script', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['a heart in colour', '❤\ufe0f', '❤\ufe0f'],
  ])('%s', (_what, pasted, kept) => {
    expect(asTyped(pasted)).toBe(kept);
    expect(asTyped(kept)).toBe(kept);
  });

  it('has no joiners in what is copied', () => {
    expect(withPlainSigns('\u200dmaria\u200c@post\u200d.example')).toBe('maria@post.example');
  });
});
