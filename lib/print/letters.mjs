/**
 * Which letters a font draws, and texts in those letters only: PDF/UA forbids a document with a letter
 * nobody can see.
 */

/** Platforms and encodings of a full Unicode table. */
const FULL_UNICODE = ['0-4', '0-6', '3-10'];
const SEGMENTS = 12;

/**
 * The letters of a TrueType font, from its table of all Unicode letters (`cmap`, format 12).
 * @param {Buffer} font
 * @returns {[first: number, last: number][]}
 */
function lettersOf(font) {
  const cmap = tableOf(font, 'cmap');
  const count = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const at = cmap + 4 + index * 8;
    const kind = `${font.readUInt16BE(at)}-${font.readUInt16BE(at + 2)}`;
    const table = cmap + font.readUInt32BE(at + 4);
    if (FULL_UNICODE.includes(kind) && font.readUInt16BE(table) === SEGMENTS) {
      return segmentsOf(font, table);
    }
  }
  throw new Error('the font has no table of all letters');
}

/** @param {Buffer} font @param {string} name */
function tableOf(font, name) {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 16;
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8);
  }
  throw new Error(`the font has no table ${name}`);
}

/** @param {Buffer} font @param {number} table @returns {[number, number][]} */
function segmentsOf(font, table) {
  return Array.from({ length: font.readUInt32BE(table + 12) }, (_, index) => {
    const at = table + 16 + index * 12;
    return [font.readUInt32BE(at), font.readUInt32BE(at + 4)];
  });
}

/**
 * @param {Buffer[]} fonts
 * @returns {(letter: string) => boolean} whether all of them draw it
 */
export function drawableBy(fonts) {
  const all = fonts.map(lettersOf);
  return (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return all.every((segments) => segments.some(([from, to]) => from <= code && code <= to));
  };
}

const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' });
/** Control signs other than the end of a line, which say nothing on paper. */
const CONTROL = /(?!\n)\p{Cc}/gu;

/**
 * Text in letters the fonts have. Of a sign they have no picture of, first the marks go, and what is left
 * is one question mark.
 * @param {string} text
 * @param {(letter: string) => boolean} has
 */
export function writable(text, has) {
  const plain = text.toWellFormed().replace(/\r\n?/g, '\n').replace(/\t/g, ' ');
  const signs = graphemes.segment(plain.replace(CONTROL, '').normalize('NFC'));
  return Array.from(signs, ({ segment }) => {
    if (segment === '\n' || Array.from(segment).every(has)) return segment;
    const bare = segment.normalize('NFD').replace(/\p{M}/gu, '');
    return bare !== '' && Array.from(bare).every(has) ? bare : '?';
  }).join('');
}

/** From here on a word may be wider than its place. */
const LONG = /\S{18,}/g;
const WORD = /^\p{L}+\p{P}?$/u;
/** In such a row of letters hyphenation finds no place. */
const STIFF = /[^aeiouyäöü]{9,}|[aeiouyäöü]{6,}/giu;
const SEAMS = /(?<=[/._@?&=:-])/;
const LONG_PIECE = 18;
const BREAK = '\u200b';

/**
 * Lets what no language knows how to divide (addresses, check sums, rows of one letter) go on in the
 * next line; words are left to the hyphenation.
 * @param {string} text
 */
export function breakable(text) {
  return text.replace(LONG, (word) =>
    WORD.test(word) ? word.replace(STIFF, apart) : piecewise(word),
  );
}

/** @param {string} text */
const apart = (text) => Array.from(graphemes.segment(text), ({ segment }) => segment).join(BREAK);

/** Addresses go on after one of their signs, if that is enough. @param {string} text */
const piecewise = (text) =>
  text
    .split(SEAMS)
    .map((piece) => (piece.length < LONG_PIECE ? piece : apart(piece)))
    .join(BREAK);

/**
 * @template T
 * @param {T} value as JSON
 * @param {(text: string) => string} change
 * @returns {T} the same with every text in it changed
 */
export function eachText(value, change) {
  return JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === 'string' ? change(part) : part,
  );
}
