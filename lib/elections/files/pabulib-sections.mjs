/** The outer form of a Pabulib file: three sections of rows, fields parted by semicolons, quotes as in CSV. */
import { Misplaced } from './file-fault.mjs';

/**
 * @typedef {{ text: string, at: number }} Field `at`: position in the text
 * @typedef {{ at: number, fields: Field[] }} Row
 * @typedef {{ at: number, header: Row, rows: Row[] }} Section
 */

const NAMES = /** @type {const} */ (['META', 'PROJECTS', 'VOTES']);
const FIELD_END = /[;\r\n]/g;
const BLANKS = /[ \t]*/y;
const LINE_END = /\r\n|\r|\n|$/y;

/**
 * @param {string} text
 * @returns {{ meta: { at: number, rows: Row[] }, projects: Section, votes: Section }}
 * @throws {Misplaced}
 */
export function sectionsOf(text) {
  const rows = rowsOf(text);
  const starts = NAMES.map((name) => startOf(rows, name));
  const end = text.trimEnd().length;
  NAMES.forEach((name, index) => {
    if (starts[index] === -1) throw new Misplaced(`the section ${name} is missing`, end);
  });
  const [meta = 0, projects = 0, votes = 0] = starts;
  if (!(meta < projects && projects < votes)) {
    const place = rows[Math.min(projects, votes)];
    throw new Misplaced('the sections are not in the order META, PROJECTS, VOTES', place?.at ?? 0);
  }
  if (meta > 0) throw new Misplaced('the file does not begin with META', rows[0]?.at ?? 0);
  return {
    meta: { at: rows[meta]?.at ?? 0, rows: rows.slice(meta + 1, projects) },
    projects: withHeader(rows.slice(projects, votes)),
    votes: withHeader(rows.slice(votes)),
  };
}

/**
 * @param {Row[]} rows
 * @param {string} name
 * @returns {number} -1 when there is none
 */
function startOf(rows, name) {
  const isStart = (/** @type {Row} */ { fields: [first, ...others] }) =>
    first?.text.toUpperCase() === name && others.every((field) => field.text === '');
  const found = rows.findIndex(isStart);
  const again = found < 0 ? undefined : rows.slice(found + 1).find(isStart);
  if (again) throw new Misplaced(`the section ${name} begins a second time`, again.at);
  return found;
}

/**
 * @param {Row[]} rows the section's name, its header, what it holds
 * @returns {Section}
 */
function withHeader([name, header, ...rows]) {
  const at = name?.at ?? 0;
  if (!header) throw new Misplaced('the section has no header', at);
  /** @type {Set<string>} */
  const seen = new Set();
  for (const field of header.fields) {
    if (field.text && seen.has(field.text)) {
      throw new Misplaced(`the column "${field.text}" stands twice`, field.at);
    }
    seen.add(field.text);
  }
  for (const row of rows) {
    const extra = row.fields.slice(header.fields.length).find((field) => field.text !== '');
    if (extra) throw new Misplaced('more fields than columns', extra.at);
  }
  return { at, header, rows };
}

/**
 * @param {Row} header
 * @param {string} name
 * @returns {number}
 */
export function columnOf(header, name) {
  const found = header.fields.findIndex((field) => field.text === name);
  if (found < 0) throw new Misplaced(`there is no column "${name}"`, header.at);
  return found;
}

/**
 * @param {string} text
 * @returns {Row[]} without empty ones
 */
function rowsOf(text) {
  /** @type {Row[]} */
  const rows = [];
  let at = 0;
  while (at < text.length) {
    const { fields, end } = readRow(text, at);
    const first = fields.find((field) => field.text !== '');
    if (first) rows.push({ at: first.at, fields });
    LINE_END.lastIndex = end;
    LINE_END.exec(text);
    at = Math.max(LINE_END.lastIndex, end);
  }
  return rows;
}

/**
 * @param {string} text
 * @param {number} start
 * @returns {{ fields: Field[], end: number }}
 */
function readRow(text, start) {
  /** @type {Field[]} */
  const fields = [];
  let from = start;
  for (;;) {
    const { end, ...field } = readField(text, from);
    fields.push(field);
    if (text[end] !== ';') return { fields, end };
    from = end + 1;
  }
}

/**
 * @param {string} text
 * @param {number} start
 * @returns {Field & { end: number }}
 */
function readField(text, start) {
  const at = afterBlanks(text, start);
  const quoted = text[at] === '"' ? readQuoted(text, at) : null;
  if (quoted) return quoted;
  FIELD_END.lastIndex = at;
  const end = FIELD_END.exec(text)?.index ?? text.length;
  return { text: text.slice(at, end).trim(), at, end };
}

/**
 * A quoted field may hold semicolons and line ends; two marks stand for one.
 * @param {string} text
 * @param {number} start of the first mark
 * @returns {(Field & { end: number }) | null} null when the marks belong to the words: `"Green" square`
 */
function readQuoted(text, start) {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  const value = text.slice(start + 1, close);
  const end = afterBlanks(text, close + 1);
  const ends = close >= 0 && (end === text.length || /[;\r\n]/.test(text[end] ?? ''));
  if (ends) return { text: value.replaceAll('""', '"').trim(), at: start + 1, end };
  if (close < 0 || /[;\r\n]/.test(value)) {
    throw new Misplaced('a quotation mark is not closed', start);
  }
  return null;
}

/**
 * @param {string} text
 * @param {number} start
 * @returns {number}
 */
function afterBlanks(text, start) {
  BLANKS.lastIndex = start;
  return start + (BLANKS.exec(text)?.[0].length ?? 0);
}
