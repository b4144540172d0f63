/** The outer form of a Pabulib file: three sections of rows, fields parted by semicolons, quotes as in CSV. */
import { FileFault } from './file-fault.mjs';

/**
 * @typedef {{ text: string, line: number, column: number }} Field
 * @typedef {{ line: number, fields: Field[] }} Row
 * @typedef {{ line: number, header: Row, rows: Row[] }} Section
 */

const NAMES = /** @type {const} */ (['META', 'PROJECTS', 'VOTES']);

/**
 * @param {string} text
 * @returns {{ meta: { line: number, rows: Row[] }, projects: Section, votes: Section }}
 */
export function sectionsOf(text) {
  const rows = rowsOf(text);
  const starts = NAMES.map((name) => startOf(rows, name));
  const last = rows.at(-1)?.line ?? 1;
  NAMES.forEach((name, index) => {
    if (starts[index] === -1) throw new FileFault(`the section ${name} is missing`, last, 1);
  });
  const [meta = 0, projects = 0, votes = 0] = starts;
  if (!(meta < projects && projects < votes)) {
    const line = rows[Math.min(projects, votes)]?.line ?? 1;
    throw new FileFault('the sections are not in the order META, PROJECTS, VOTES', line, 1);
  }
  const before = rows[0];
  if (meta > 0 && before) throw new FileFault('the file does not begin with META', before.line, 1);
  return {
    meta: { line: rows[meta]?.line ?? 1, rows: rows.slice(meta + 1, projects) },
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
  const isStart = (/** @type {Row} */ row) =>
    row.fields[0]?.text.trim() === name &&
    row.fields.slice(1).every((field) => field.text.trim() === '');
  const found = rows.findIndex(isStart);
  const again = rows.findIndex((row, index) => index > found && isStart(row));
  if (found >= 0 && again >= 0) {
    throw new FileFault(`the section ${name} begins a second time`, rows[again]?.line ?? 1, 1);
  }
  return found;
}

/**
 * @param {Row[]} rows the section's name, its header, what it holds
 * @returns {Section}
 */
function withHeader([name, header, ...rows]) {
  const line = name?.line ?? 1;
  if (!header) throw new FileFault('the section has no header', line, 1);
  /** @type {Set<string>} */
  const seen = new Set();
  for (const field of header.fields) {
    if (field.text && seen.has(field.text)) {
      throw new FileFault(`the column "${field.text}" stands twice`, field.line, field.column);
    }
    seen.add(field.text);
  }
  for (const row of rows) {
    if (row.fields.length > header.fields.length) {
      const extra = row.fields[header.fields.length];
      if (row.fields.slice(header.fields.length).every((field) => field.text === '')) continue;
      throw new FileFault('more fields than columns', row.line, extra?.column ?? 1);
    }
  }
  return { line, header, rows };
}

/**
 * @param {Field} field
 * @param {string} what
 * @returns {number}
 */
export function numberIn(field, what) {
  if (!/^\d{1,9}$/.test(field.text)) {
    throw new FileFault(`${what} is not a number: "${field.text}"`, field.line, field.column);
  }
  return Number(field.text);
}

/**
 * @param {string} text
 * @returns {Row[]} without empty lines
 */
function rowsOf(text) {
  /** @type {Row[]} */
  const rows = [];
  const lines = text.split(/\r\n|\r|\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = index + 1;
    let content = lines[index] ?? '';
    // A quoted field may hold line ends.
    while (isOpen(content) && index + 1 < lines.length) {
      index += 1;
      content += `\n${lines[index]}`;
    }
    if (content.trim() !== '') rows.push({ line, fields: fieldsOf(content, line) });
  }
  return rows;
}

/**
 * @param {string} content
 * @returns {boolean} whether a quoted field began and did not end
 */
function isOpen(content) {
  let open = false;
  let atStart = true;
  for (const character of content) {
    if (character === '"' && (open || atStart)) open = !open;
    atStart = character === ';' || (atStart && character === '"');
  }
  return open;
}

/**
 * @param {string} content
 * @param {number} line
 * @returns {Field[]}
 */
function fieldsOf(content, line) {
  /** @type {Field[]} */
  const fields = [];
  let rest = content;
  let column = 1;
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?=;|$)/.exec(rest);
    const raw = quoted?.[0] ?? /^[^;]*/.exec(rest)?.[0] ?? '';
    if (!quoted && raw.startsWith('"') && isOpen(rest)) {
      throw new FileFault('a quotation mark is not closed', line, column);
    }
    const value = quoted ? (quoted[1] ?? '').replaceAll('""', '"') : raw;
    fields.push({ text: value.trim(), line, column: column + (quoted ? 1 : leading(raw)) });
    column += [...raw].length + 1;
    if (raw.length >= rest.length) return fields;
    rest = rest.slice(raw.length + 1);
  }
}

/** @param {string} raw */
const leading = (raw) => raw.length - raw.trimStart().length;
