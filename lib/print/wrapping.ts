/** Lines of a writable text that may have several paragraphs. @param fits whether a line fits into its place */
export function linesOf(text: string, fits: (line: string) => boolean): string[] {
  return text.split('\n').flatMap((paragraph) => wrapped(paragraph, fits));
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

/** Which characters a font can draw. */
export type Drawable = (character: string) => boolean;

/**
 * Text in characters the font has: narrow spaces become spaces; of what it has no picture of, first
 * the marks go, and what is left is a question mark. The page of the same content shows everything.
 */
export function writable(text: string, has: Drawable): string {
  const spaced = text.replace(/[\u2000-\u200a\u202f\u205f\t]/g, ' ').replace(/\u2011/g, '-');
  return Array.from(spaced.normalize('NFC'), (letter) => {
    if (letter === '\n' || has(letter)) return letter;
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '');
    return plain !== '' && Array.from(plain).every(has) ? plain : '?';
  }).join('');
}
