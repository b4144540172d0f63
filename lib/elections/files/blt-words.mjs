/** Words of a BLT file, read one by one, so that a fault can be pointed at. */
import { faultIn } from './file-fault.mjs';

/** @typedef {{ text: string, at: number, quoted: boolean }} Word */

/** Blanks and comments: from # to the end of the line, and between slash-star and star-slash. */
const BETWEEN = /(?:\s+|#[^\r\n]*|\/\*[\s\S]*?\*\/)*/y;
const WORD = /"[^"\\]*(?:\\.[^"\\]*)*"|\([^()\r\n]*\)|[[\]"]|[^\s[\]"#]+/suy;

/** Reads word by word and knows where each one stands. */
export class Words {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.position = 0;
    /** Where the word before `ahead` ended. */
    this.lastEnd = 0;
    this.ahead = this.read();
  }

  /** @returns {Word | undefined} undefined at the end */
  read() {
    BETWEEN.lastIndex = this.position;
    const at = this.position + (BETWEEN.exec(this.text)?.[0].length ?? 0);
    WORD.lastIndex = at;
    const found = WORD.exec(this.text)?.[0];
    if (found === undefined) return undefined;
    this.position = at + found.length;
    const quoted = found.length > 1 && found.startsWith('"');
    const text = quoted ? found.slice(1, -1).replace(/\\(.)/gsu, '$1') : found;
    return { text, at, quoted };
  }

  peek() {
    return this.ahead;
  }

  /** @param {string} sign */
  isAt(sign) {
    const word = this.peek();
    return word !== undefined && !word.quoted && word.text === sign;
  }

  /**
   * @param {string} what
   * @returns {Word}
   */
  next(what) {
    const word = this.ahead;
    if (!word) throw this.fault(`${what} is missing`, undefined);
    this.lastEnd = this.position;
    this.ahead = this.read();
    return word;
  }

  /**
   * @param {string} what
   * @param {number} least
   * @param {number} most
   */
  number(what, least, most) {
    const word = this.next(what);
    return this.numberIn(word, word.text, what, least, most);
  }

  /**
   * @param {Word} word
   * @param {string} text
   * @param {string} what
   * @param {number} least
   * @param {number} most
   */
  numberIn(word, text, what, least, most) {
    if (word.quoted || !/^-?\d{1,9}$/.test(text)) {
      throw this.fault(`${what} is not a number: "${word.text}"`, word);
    }
    const value = Number(text);
    if (value < least || value > most) {
      throw this.fault(`${what} is ${value}, but must lie between ${least} and ${most}`, word);
    }
    return value;
  }

  isOnNewLine() {
    return /[\r\n]/.test(this.text.slice(this.lastEnd, this.ahead?.at));
  }

  /**
   * @param {string} message
   * @param {Word | undefined} word without: at the end
   */
  fault(message, word) {
    return faultIn(this.text, word?.at ?? this.text.trimEnd().length, message);
  }
}
