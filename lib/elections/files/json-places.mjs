/** JSON that remembers where each value stands, so that a fault can be pointed at. */
import { faultIn } from './file-fault.mjs';

/**
 * @typedef {{ at: number, kind: 'object', entries: Map<string, Node> }
 *   | { at: number, kind: 'array', items: Node[] }
 *   | { at: number, kind: 'string', text: string }
 *   | { at: number, kind: 'number', text: string }
 *   | { at: number, kind: 'word', text: string }} Node
 */

const BLANKS = /[ \t\r\n]*/y;
/** A sign, a text, a number or a word; what a text may hold, JSON.parse knows. */
const TOKEN = /[{}[\]:,]|"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"|-?\d[\d.eE+-]*|[a-z]+/uy;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const DEEPEST = 20;

/**
 * @param {string} text
 * @returns {Node}
 * @throws {FileFault}
 */
export function parseJson(text) {
  const reader = new Reader(text);
  const node = reader.value(0);
  reader.end();
  return node;
}

class Reader {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.position = 0;
  }

  /** @returns {{ token: string, at: number }} */
  next() {
    const at = this.afterBlanks();
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(this.text)?.[0];
    if (token === undefined) {
      const ended = at >= this.text.length;
      throw faultIn(this.text, at, ended ? 'the file ends too early' : 'this is not JSON');
    }
    this.position = at + token.length;
    return { token, at };
  }

  afterBlanks() {
    BLANKS.lastIndex = this.position;
    return this.position + (BLANKS.exec(this.text)?.[0].length ?? 0);
  }

  end() {
    const at = this.afterBlanks();
    if (at < this.text.length) throw faultIn(this.text, at, 'nothing more belongs here');
  }

  /**
   * @param {number} depth
   * @returns {Node}
   */
  value(depth) {
    const { token, at } = this.next();
    if (depth > DEEPEST) throw faultIn(this.text, at, 'this is nested too deeply');
    if (token === '{') return this.object(at, depth);
    if (token === '[') return this.array(at, depth);
    return this.plain(token, at);
  }

  /**
   * @param {string} token
   * @param {number} at
   * @returns {Node}
   */
  plain(token, at) {
    if (token.startsWith('"')) return { at, kind: 'string', text: this.string(token, at) };
    if (NUMBER.test(token)) return { at, kind: 'number', text: token };
    if (['true', 'false', 'null'].includes(token)) return { at, kind: 'word', text: token };
    throw faultIn(this.text, at, 'a value belongs here');
  }

  /**
   * @param {string} token
   * @param {number} at
   */
  string(token, at) {
    try {
      return String(JSON.parse(token));
    } catch {
      throw faultIn(this.text, at, 'this text is not written correctly');
    }
  }

  /**
   * @param {number} at
   * @param {number} depth
   * @returns {Node}
   */
  object(at, depth) {
    /** @type {Map<string, Node>} */
    const entries = new Map();
    if (this.closes('}')) return { at, kind: 'object', entries };
    for (;;) {
      const key = this.next();
      if (!key.token.startsWith('"')) throw faultIn(this.text, key.at, 'a key belongs here');
      const name = this.string(key.token, key.at);
      if (entries.has(name)) throw faultIn(this.text, key.at, `"${name}" stands here twice`);
      this.expect(':');
      entries.set(name, this.value(depth + 1));
      if (this.separator('}')) return { at, kind: 'object', entries };
    }
  }

  /**
   * @param {number} at
   * @param {number} depth
   * @returns {Node}
   */
  array(at, depth) {
    /** @type {Node[]} */
    const items = [];
    if (this.closes(']')) return { at, kind: 'array', items };
    for (;;) {
      items.push(this.value(depth + 1));
      if (this.separator(']')) return { at, kind: 'array', items };
    }
  }

  /** @param {string} sign */
  closes(sign) {
    const before = this.position;
    if (this.next().token === sign) return true;
    this.position = before;
    return false;
  }

  /** @param {string} sign */
  expect(sign) {
    const { token, at } = this.next();
    if (token !== sign) throw faultIn(this.text, at, `"${sign}" belongs here`);
  }

  /**
   * @param {string} end
   * @returns {boolean} whether the list ends here
   */
  separator(end) {
    const { token, at } = this.next();
    if (token === end) return true;
    if (token !== ',') throw faultIn(this.text, at, `"," or "${end}" belongs here`);
    return false;
  }
}
