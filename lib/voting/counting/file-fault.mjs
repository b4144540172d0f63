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

/**
 * @param {Uint8Array} bytes
 * @returns {string} the text without a byte order mark
 * @throws {FileFault} when it is not UTF-8, or holds characters no such file has
 */
export function decode(bytes) {
  const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(bytes);
  const wrong = firstInvalid(bytes, text);
  if (wrong !== null) {
    const { line, column } = placeOf(text, wrong);
    throw new FileFault('this is not UTF-8 text', line, column);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
  const control = text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/);
  if (control >= 0) {
    const { line, column } = placeOf(text, control);
    throw new FileFault('a control character stands here', line, column);
  }
  return text;
}

/**
 * @param {Uint8Array} bytes
 * @param {string} text as decoded, with a replacement character for what was wrong
 * @returns {number | null} position in the text of the first wrong byte
 */
function firstInvalid(bytes, text) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return null;
  } catch {
    // A replacement character may also stand in the file itself; the first one that does not is meant.
    const real = new TextEncoder().encode('\uFFFD');
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const encoder = new TextEncoder();
    let from = 0;
    let at = start;
    for (;;) {
      const next = text.indexOf('\uFFFD', from);
      if (next < 0) return 0;
      at += encoder.encode(text.slice(from, next)).length;
      if (!real.every((byte, index) => bytes[at + index] === byte)) return next;
      at += real.length;
      from = next + 1;
    }
  }
}

/**
 * @param {string} text
 * @param {number} position
 * @returns {{ line: number, column: number }} from 1
 */
export function placeOf(text, position) {
  const before = text.slice(0, position);
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}

/**
 * @param {string} text digits with an optional point
 * @returns {{ digits: bigint, places: number } | null} null when it is no plain number of that kind
 */
export function parseDecimal(text) {
  const match = /^(-?)(\d{1,30})(?:[.,](\d{1,10}))?$/.exec(text.trim());
  if (!match) return null;
  const rest = (match[3] ?? '').replace(/0+$/, '');
  const digits = BigInt(`${match[2]}${rest}`);
  return { digits: match[1] ? -digits : digits, places: rest.length };
}
