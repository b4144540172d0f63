/**
 * BLT: ranked ballots as numbers. First line candidates and seats; then one ballot a line (how many,
 * candidates in order, 0); a 0; the names; a title. Lines with a minus name who withdrew. Options in
 * square brackets: `[withdrawn 4]`, `[tie 3 1 2]` (the order of a lot: of equal ones 3 goes before 1 and
 * 2, so it is elected and passes on first and leaves last), `[nick a b c]` (short names used instead of
 * numbers). `2=3` are equal, `-` is a rank left out. What follows the title is for readers.
 * Source: Hill, Wichmann, Woodall, "Algorithm 123", Computer Journal 30 (1987), with the additions of
 * OpenSTV, OpaVote and Droop that are in use.
 * @import { Word } from './blt-words.mjs'
 * @import { Election, Paper } from '../types'
 */
import { Words } from './blt-words.mjs';

const MOST = 1000;

/** @typedef {{ size: number, nicks: ReadonlyMap<string, number> }} Field who can be voted for */

/**
 * @param {string} text
 * @returns {Election}
 * @throws {FileFault}
 */
export function parseBlt(text) {
  const words = new Words(text);
  const size = words.number('the number of candidates', 1, MOST);
  const seatsAt = words.peek();
  const seats = words.number('the number of seats', 1, MOST);
  const options = readOptions(words, size);
  const withdrawn = new Set(options.withdrawn);
  readWithdrawn(words, size, withdrawn);
  const papers = readPapers(words, { size, nicks: options.nicks });
  const names = readNames(words, size);
  const open = size - withdrawn.size;
  if (seats > open) throw words.fault(`${seats} seats, but only ${open} candidates`, seatsAt);
  return {
    candidates: names.map((id, index) => ({ id, cost: 0n, withdrawn: withdrawn.has(index) })),
    papers,
    seats,
    unit: 1n,
    budget: null,
    lot: options.lot ?? names.map((_, index) => index),
  };
}

/**
 * @param {Words} words
 * @param {number} size
 */
function readOptions(words, size) {
  /** @type {{ withdrawn: number[], lot: number[] | null, nicks: Map<string, number> }} */
  const found = { withdrawn: [], lot: null, nicks: new Map() };
  while (words.isAt('[')) {
    words.next('an option');
    const name = words.next('an option');
    const values = readOption(words);
    const candidates = () =>
      values.map((word) => candidateIn(words, word, word.text, { size, nicks: found.nicks }));
    if (name.text === 'nick') found.nicks = nicksOf(words, name, values, size);
    if (name.text === 'withdrawn') found.withdrawn.push(...candidates());
    if (name.text === 'tie') found.lot = lotOf(words, name, candidates(), size);
  }
  return found;
}

/**
 * @param {Words} words
 * @param {Word} name
 * @param {readonly Word[]} values
 * @param {number} size
 */
function nicksOf(words, name, values, size) {
  const nicks = new Map(values.map(({ text }, index) => [text, index]));
  if (nicks.size !== size || values.length !== size) {
    throw words.fault('every candidate needs one short name of their own', name);
  }
  const number = values.find(({ text }) => /^\d+$/.test(text));
  if (number) throw words.fault('a short name that is a number could mean two candidates', number);
  return nicks;
}

/**
 * @param {Words} words
 * @param {Word} word
 * @param {string} text of the word or a part of it
 * @param {Field} field
 * @returns {number} position of the candidate
 */
function candidateIn(words, word, text, { size, nicks }) {
  const known = word.quoted ? undefined : nicks.get(text);
  return known ?? words.numberIn(word, text, 'a candidate', 1, size) - 1;
}

/**
 * @param {Words} words
 * @returns {Word[]} up to the closing bracket
 */
function readOption(words) {
  /** @type {Word[]} */
  const values = [];
  while (!words.isAt(']')) values.push(words.next('the end of the option'));
  words.next('the end of the option');
  return values;
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
 * @param {Field} field
 * @returns {Paper[]}
 */
function readPapers(words, field) {
  /** @type {Paper[]} */
  const papers = [];
  for (;;) {
    const label = words.peek();
    // OpenSTV puts a ballot's own name before its 1, Droop in place of it: nothing else than 1 is clear.
    const isNamed = label !== undefined && !label.quoted && /^\(.*\)$/.test(label.text);
    if (isNamed) words.next('a ballot');
    const count = isNamed
      ? words.number('the 1 of a ballot with a name of its own', 1, 1)
      : words.number('how many such ballots', 0, 1_000_000_000);
    if (count === 0) return papers;
    papers.push({ count, ranks: readRanks(words, field) });
  }
}

/**
 * @param {Words} words
 * @param {Field} field
 */
function readRanks(words, field) {
  /** @type {number[][]} */
  const ranks = [];
  /** @type {Set<number>} */
  const seen = new Set();
  while (!words.isAt('0')) {
    // A ballot whose end is missing must not swallow the next one.
    if (words.isOnNewLine())
      throw words.fault('the 0 at the end of the ballot is missing', words.peek());
    ranks.push(readRank(words, field, seen));
  }
  words.next('the 0 at the end of the ballot');
  return ranks;
}

/**
 * @param {Words} words
 * @param {Field} field
 * @param {Set<number>} seen
 * @returns {number[]} none: left out
 */
function readRank(words, field, seen) {
  const leftOut = words.isAt('-');
  const word = words.next('the 0 at the end of the ballot');
  if (leftOut) return [];
  return word.text.split('=').map((part) => {
    const candidate = candidateIn(words, word, part, field);
    if (seen.has(candidate)) {
      throw words.fault(`candidate ${candidate + 1} stands twice on one ballot`, word);
    }
    seen.add(candidate);
    return candidate;
  });
}

/**
 * @param {Words} words
 * @param {number} size
 */
function readNames(words, size) {
  /** @type {Set<string>} */
  const names = new Set();
  while (names.size < size) {
    const word = quotedWord(words, `the name of candidate ${names.size + 1}`);
    if (word.text.trim() === '') throw words.fault('the name is empty', word);
    if (names.has(word.text)) throw words.fault(`"${word.text}" stands twice`, word);
    names.add(word.text);
  }
  // Without it the last name might be the title of a list that is one name short.
  quotedWord(words, 'the title');
  return [...names];
}

/**
 * @param {Words} words
 * @param {string} what
 */
function quotedWord(words, what) {
  const word = words.next(what);
  if (!word.quoted) throw words.fault(`${what} belongs here, in quotation marks`, word);
  return word;
}
