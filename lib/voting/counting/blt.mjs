/**
 * BLT: ranked ballots as numbers. First line candidates and seats; then one ballot a line (how many,
 * candidates in order, 0); a 0; the names; a title. Lines with a minus name who withdrew. Options in
 * square brackets: `[withdrawn 4]`, `[tie 3 1 2]` (the order of a lot). `2=3` are equal, `-` is a rank
 * left out. Source: Hill, Wichmann, Woodall, "Algorithm 123", Computer Journal 30 (1987), with the
 * additions of OpaVote and Droop that are in use.
 * @import { Election, Paper } from './types'
 */
import { FileFault, placeOf } from './file-fault.mjs';

/** @typedef {{ text: string, at: number, quoted: boolean }} Word */

const TOKEN = /"(?:[^"\\]|\\.)*"|\[|\]|[^\s[\]"]+|"/gu;

/**
 * @param {string} text
 * @returns {Election}
 * @throws {FileFault}
 */
export function parseBlt(text) {
  const words = new Words(text);
  const size = words.number('the number of candidates', 1, 1000);
  const seats = words.number('the number of seats', 1, 1000);
  const options = readOptions(words, size);
  const withdrawn = new Set(options.withdrawn);
  readWithdrawn(words, size, withdrawn);
  const papers = readPapers(words, size);
  const names = readNames(words, size);
  const open = size - withdrawn.size;
  if (seats > open) throw words.fault(`${seats} seats, but only ${open} candidates`, words.first);
  return {
    candidates: names.map((id, index) => ({ id, cost: 0n, withdrawn: withdrawn.has(index) })),
    papers,
    seats,
    unit: 1n,
    budget: null,
    lot: options.lot ?? names.map((_, index) => index),
  };
}

/** Reads word by word and knows where each one stands. */
class Words {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    /** @type {Word[]} */
    this.words = wordsOf(text);
    this.index = 0;
    this.first = this.words[0];
  }

  /** @returns {Word | undefined} */
  peek() {
    return this.words[this.index];
  }

  /**
   * @param {string} what
   * @returns {Word}
   */
  next(what) {
    const word = this.words[this.index];
    if (!word) throw this.fault(`${what} is missing`, undefined);
    this.index += 1;
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

  /**
   * @param {string} message
   * @param {Word | undefined} word without: at the end
   */
  fault(message, word) {
    const { line, column } = placeOf(this.text, word?.at ?? this.text.trimEnd().length);
    return new FileFault(message, line, column);
  }
}

/**
 * @param {string} text
 * @returns {Word[]} without comments
 */
function wordsOf(text) {
  // A comment runs from # to the end of its line, outside quotation marks.
  const bare = text.replace(/"(?:[^"\\]|\\.)*"|#[^\n]*/gu, (part) =>
    part.startsWith('#') ? ' '.repeat(part.length) : part,
  );
  return [...bare.matchAll(TOKEN)].map((match) => {
    const quoted = match[0].length > 1 && match[0].startsWith('"');
    return {
      text: quoted ? match[0].slice(1, -1).replace(/\\(.)/gu, '$1') : match[0],
      at: match.index,
      quoted,
    };
  });
}

/**
 * @param {Words} words
 * @param {number} size
 */
function readOptions(words, size) {
  /** @type {{ withdrawn: number[], lot: number[] | null }} */
  const found = { withdrawn: [], lot: null };
  while (words.peek()?.text === '[' && !words.peek()?.quoted) {
    words.next('an option');
    const name = words.next('an option');
    /** @type {number[]} */
    const values = [];
    while (words.peek()?.text !== ']') {
      const word = words.next('the end of the option');
      if (name.text === 'withdrawn' || name.text === 'tie') {
        values.push(words.numberIn(word, word.text, 'a candidate', 1, size) - 1);
      }
    }
    words.next('the end of the option');
    if (name.text === 'withdrawn') found.withdrawn.push(...values);
    if (name.text === 'tie') found.lot = lotOf(words, name, values, size);
  }
  return found;
}

/**
 * @param {Words} words
 * @param {Word} name
 * @param {number[]} values
 * @param {number} size
 */
function lotOf(words, name, values, size) {
  if (new Set(values).size !== size || values.length !== size) {
    throw words.fault('the order of the lot must name every candidate once', name);
  }
  return values;
}

/**
 * @param {Words} words
 * @param {number} size
 * @param {Set<number>} withdrawn
 */
function readWithdrawn(words, size, withdrawn) {
  while (/^-\d+$/.test(words.peek()?.text ?? '')) {
    withdrawn.add(-words.number('who withdrew', -size, -1) - 1);
  }
}

/**
 * @param {Words} words
 * @param {number} size
 * @returns {Paper[]}
 */
function readPapers(words, size) {
  /** @type {Paper[]} */
  const papers = [];
  for (;;) {
    const label = words.peek();
    // Some programs put a ballot's own name before it.
    if (label && !label.quoted && /^\(.*\)$/.test(label.text)) words.next('a ballot');
    const count = words.number('how many such ballots', 0, 1_000_000_000);
    if (count === 0) return papers;
    papers.push({ count, ranks: readRanks(words, size) });
  }
}

/**
 * @param {Words} words
 * @param {number} size
 */
function readRanks(words, size) {
  /** @type {number[][]} */
  const ranks = [];
  const seen = new Set();
  for (;;) {
    const word = words.next('the 0 at the end of the ballot');
    if (word.text === '0' && !word.quoted) return ranks;
    if (word.text === '-') {
      ranks.push([]);
      continue;
    }
    const rank = word.text
      .split('=')
      .map((part) => words.numberIn(word, part, 'a candidate', 1, size) - 1);
    for (const candidate of rank) {
      if (seen.has(candidate)) {
        throw words.fault(`candidate ${candidate + 1} stands twice on one ballot`, word);
      }
      seen.add(candidate);
    }
    ranks.push(rank);
  }
}

/**
 * @param {Words} words
 * @param {number} size
 */
function readNames(words, size) {
  /** @type {string[]} */
  const names = [];
  while (names.length < size) {
    const word = words.next(`the name of candidate ${names.length + 1}`);
    if (!word.quoted) throw words.fault('a name in quotation marks belongs here', word);
    if (word.text.trim() === '') throw words.fault('the name is empty', word);
    if (names.includes(word.text)) throw words.fault(`"${word.text}" stands twice`, word);
    names.push(word.text);
  }
  const title = words.peek();
  if (title && !title.quoted) throw words.fault('the title belongs in quotation marks', title);
  if (title) words.next('the title');
  // Source and comment may follow the title, in quotation marks too.
  for (let rest = words.peek(); rest; rest = words.peek()) {
    if (!rest.quoted) throw words.fault('nothing more belongs here', rest);
    words.next('a remark');
  }
  return names;
}
