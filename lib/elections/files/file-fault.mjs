/**
 * A file that cannot be counted: what is wrong and where, so that somebody can put it right. A count
 * never guesses what a file may have meant.
 */
export class FileFault extends Error {
  /**
   * @param {string} message
   * @param {number} line from 1
   * @param {number} column from 1, in characters
   */
  constructor(message, line, column) {
    super(message);
    this.name = 'FileFault';
    this.line = line;
    this.column = column;
  }
}

/** A fault of which a reader knows only the position in the text. */
export class Misplaced extends Error {
  /**
   * @param {string} message
   * @param {number} at
   */
  constructor(message, at) {
    super(message);
    this.name = 'Misplaced';
    this.at = at;
  }
}

/**
 * @template T
 * @param {string} text
 * @param {() => T} read
 * @returns {T}
 * @throws {FileFault} for whatever is misplaced
 */
export function inText(text, read) {
  try {
    return read();
  } catch (error) {
    throw error instanceof Misplaced ? faultIn(text, error.at, error.message) : error;
  }
}

/**
 * @param {string} text
 * @param {number} at position
 * @param {string} message
 */
export function faultIn(text, at, message) {
  const { line, column } = placeOf(text, at);
  return new FileFault(message, line, column);
}

/**
 * @param {Uint8Array} bytes
 * @returns {string} the text without a byte order mark
 * @throws {FileFault} when it is not UTF-8, or holds characters no such file has
 */
export function decode(bytes) {
  const text = new TextDecoder().decode(bytes);
  if (!isUtf8(bytes)) throw faultIn(text, firstReplaced(bytes, text), 'this is not UTF-8 text');
  const control = CONTROL.exec(text);
  if (control) throw faultIn(text, control.index, 'a control character stands here');
  return text;
}

/** Characters nobody types, besides tabs and ends of lines and pages, as spreadsheets leave them. */
const CONTROL = /(?![\t\n\v\f\r\u0080-\u009F])\p{Cc}/u;

/** @param {Uint8Array} bytes */
function isUtf8(bytes) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const REPLACEMENT = '\uFFFD';

/**
 * A replacement character may also stand in the file itself; the first one that does not is meant.
 * @param {Uint8Array} bytes
 * @param {string} text as decoded, with a replacement character for what was wrong
 * @returns {number} position in the text
 */
function firstReplaced(bytes, text) {
  const encoder = new TextEncoder();
  const real = encoder.encode(REPLACEMENT);
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let from = 0;
  for (;;) {
    const next = text.indexOf(REPLACEMENT, from);
    at += encoder.encode(text.slice(from, next)).length;
    if (!real.every((byte, index) => bytes[at + index] === byte)) return next;
    at += real.length;
    from = next + 1;
  }
}

/**
 * @param {string} text
 * @param {number} position
 * @returns {{ line: number, column: number }} from 1
 */
function placeOf(text, position) {
  const before = text.slice(0, position);
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}

/** @typedef {{ digits: bigint, places: number }} Amount `digits / 10 ** places` */

/**
 * @param {string} text digits with an optional point or comma
 * @returns {Amount | null} null when it is no plain number of that kind
 */
export function parseDecimal(text) {
  const match = /^(-?)(\d{1,30})(?:[.,](\d{1,30}))?$/.exec(text.trim());
  if (!match) return null;
  const rest = (match[3] ?? '').replace(/0+$/, '');
  const digits = BigInt(`${match[2]}${rest}`);
  return { digits: match[1] ? -digits : digits, places: rest.length };
}
