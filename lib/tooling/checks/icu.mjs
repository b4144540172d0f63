/**
 * @typedef {string | Argument | Tag} Part
 * @typedef {{ kind: 'argument', name: string, type: string, branches: Record<string, Part[]> }} Argument
 * @typedef {{ kind: 'tag', name: string, parts: Part[] }} Tag
 */

/**
 * Parses an ICU message as far as the checks need it: arguments, branches of plural and select,
 * rich text tags, quoting with apostrophes.
 * @param {string} message
 * @returns {Part[]}
 * @throws {SyntaxError} with a sentence that says what is wrong
 */
export function parseMessage(message) {
  const reader = new MessageReader(message);
  const parts = reader.parts('');
  if (!reader.atEnd()) throw new SyntaxError(`stray "${message[reader.at]}" at ${reader.at}`);
  return parts;
}

/**
 * `{name}` and `<name>` of a message, sorted, each once.
 * @param {Part[]} parts
 * @returns {string[]}
 */
export function placeholders(parts) {
  const names = parts.flatMap((part) => {
    if (typeof part === 'string') return [];
    if (part.kind === 'tag') return [`<${part.name}>`, ...placeholders(part.parts)];
    return [`{${part.name}}`, ...Object.values(part.branches).flatMap(placeholders)];
  });
  return [...new Set(names)].sort();
}

/**
 * The message as a reader may see it: the branch `other` is taken, an argument becomes one word.
 * @param {Part[]} parts
 * @returns {string}
 */
export function plainText(parts) {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'tag') return plainText(part.parts);
      return part.branches.other ? plainText(part.branches.other) : 'X';
    })
    .join('');
}

class MessageReader {
  at = 0;

  /** @param {string} text */
  constructor(text) {
    /** @readonly */
    this.text = text;
  }

  atEnd() {
    return this.at >= this.text.length;
  }

  /**
   * @param {string} tag the tag that is open here, '' for none
   * @returns {Part[]}
   */
  parts(tag) {
    /** @type {Part[]} */
    const parts = [];
    while (!this.atEnd() && !this.follows('}') && !this.follows(`</${tag || '/'}`)) {
      parts.push(this.part());
    }
    return parts;
  }

  /** @returns {Part} */
  part() {
    if (this.follows('{')) return this.argument();
    if (/^<\w/.test(this.text.slice(this.at, this.at + 2))) return this.tag();
    return this.words();
  }

  /** @param {string} text */
  follows(text) {
    return this.text.startsWith(text, this.at);
  }

  /** @param {string} text */
  take(text) {
    if (!this.follows(text)) throw new SyntaxError(`"${text}" is missing at ${this.at}`);
    this.at += text.length;
  }

  /** @param {RegExp} pattern sticky */
  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  words() {
    const quoted = this.match(/'(?:'|[{}<][^']*'?)/y);
    if (quoted) return quoted === "''" ? "'" : quoted.replaceAll("'", '');
    const found = this.match(/[^{}<']+|[<']/y);
    if (!found) throw new SyntaxError(`"${this.text[this.at]}" at ${this.at} is not expected`);
    return found;
  }

  /** @returns {Tag} */
  tag() {
    this.take('<');
    const name = this.match(/\w+/y);
    this.take('>');
    const parts = this.parts(name);
    this.take(`</${name}>`);
    return { kind: 'tag', name, parts };
  }

  /** @returns {Argument} */
  argument() {
    this.take('{');
    const name = this.match(/\s*\w+\s*/y).trim();
    if (!name) throw new SyntaxError(`an argument without name at ${this.at}`);
    const type = this.follows(',')
      ? this.match(/,\s*\w+\s*/y)
          .slice(1)
          .trim()
      : '';
    const branches = this.follows(',') ? this.options(type) : {};
    this.take('}');
    return { kind: 'argument', name, type, branches };
  }

  /**
   * @param {string} type
   * @returns {Record<string, Part[]>}
   */
  options(type) {
    this.take(',');
    if (!['plural', 'select', 'selectordinal'].includes(type)) {
      this.match(/[^{}]+/y);
      return {};
    }
    /** @type {Record<string, Part[]>} */
    const branches = {};
    this.match(/\s*(?:offset:\d+)?\s*/y);
    while (!this.follows('}')) {
      const selector = this.match(/=?[\w-]+\s*/y).trim();
      this.take('{');
      branches[selector] = this.parts('');
      this.take('}');
      this.match(/\s*/y);
    }
    if (!branches.other) throw new SyntaxError(`${type} without "other"`);
    return branches;
  }
}
