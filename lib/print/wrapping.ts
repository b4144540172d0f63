/** Lines of a text that may have several paragraphs. @param fits whether a line fits into its place */
export function linesOf(text: string, fits: (line: string) => boolean): string[] {
  return writable(text)
    .split('\n')
    .flatMap((paragraph) => wrapped(paragraph, fits));
}

function wrapped(paragraph: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ').flatMap((long) => pieces(long, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && !fits(longer)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A word that is wider than its place, cut where it has to be. */
function pieces(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const cut: string[] = [''];
  for (const character of word) {
    const last = `${cut.at(-1)}${character}`;
    if (fits(last)) cut[cut.length - 1] = last;
    else cut.push(character);
  }
  return cut;
}

/** Letters of the fonts every reader brings along (Windows-1252). */
const KNOWN = /^[\n\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]$/u;

/** Letters that do not come apart into a plain one and its mark. */
const PLAIN: Record<string, string> = {
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  ı: 'i',
  '≈': '~',
  '−': '-',
};

/**
 * Text in letters the fonts have: narrow spaces become spaces, letters from further away lose their
 * marks, and what is left is a question mark. The page of the same content shows everything.
 */
export function writable(text: string): string {
  const spaced = text.replace(/[\u2000-\u200a\u202f\u205f\t]/g, ' ').replace(/\u2011/g, '-');
  return Array.from(spaced.normalize('NFC'), (letter) => {
    if (KNOWN.test(letter)) return letter;
    const plain = PLAIN[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '');
    return Array.from(plain).every((one) => KNOWN.test(one)) ? plain : '?';
  }).join('');
}
