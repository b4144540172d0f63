import { visit } from './source.mjs';

/**
 * @typedef {{ way: 'reads' | 'writes', table: string }} Reach
 * @typedef {{ reaches: Reach[], calls: string[] }} SqlFunction
 * @typedef {{ file: string, line: number, table: string, runs: string }} Trigger
 * @typedef {{ file: string, text: string }} Sql
 */

/** A table in a statement; names of their own like `unnest(…)` are no tables and found nowhere. */
const TABLE =
  /\b(?:(FROM|JOIN)|(INSERT\s+INTO|UPDATE(?!\s+OF)|DELETE\s+FROM|TRUNCATE))\s+(?:ONLY\s+)?"?([a-z_]+)"?(?![\w".])/g;
const FUNCTION = /CREATE OR REPLACE FUNCTION\s+"?([a-z_]+)"?\s*\([\s\S]*?\$\$([\s\S]*?)\$\$/g;
const TRIGGER =
  /CREATE (?:CONSTRAINT )?TRIGGER\s+"?\w+"?[^;]*?\sON\s+"?(\w+)"?[^;]*?EXECUTE FUNCTION\s+"?(\w+)"?/g;
const CALL = /"?\b([a-z_]+)"?\s*\(/g;

/** @param {string} text @returns {(Reach & { index: number })[]} */
export const tablesIn = (text) =>
  [...text.matchAll(TABLE)].map(({ index, 1: from, 3: table = '' }) => ({
    index,
    way: from ? /** @type {const} */ ('reads') : /** @type {const} */ ('writes'),
    table,
  }));

/** Notes are no statements; lines stay where they are. @param {string} text */
const withoutNotes = (text) => text.replace(/--[^\n]*/g, (note) => ' '.repeat(note.length));

/**
 * The functions of the database by name: which tables each reaches, which others it calls.
 * @param {readonly Sql[]} files
 * @returns {Map<string, SqlFunction>}
 */
export function functionsOf(files) {
  return new Map(
    files.flatMap(({ text }) =>
      [...withoutNotes(text).matchAll(FUNCTION)].map(({ 1: name = '', 2: body = '' }) => [
        name,
        {
          reaches: tablesIn(body).map(({ way, table }) => ({ way, table })),
          calls: [...body.matchAll(CALL)].map(({ 1: called = '' }) => called),
        },
      ]),
    ),
  );
}

/**
 * Whom a change of a table sets off.
 * @param {readonly Sql[]} files
 * @returns {Trigger[]}
 */
export const triggersOf = (files) =>
  files.flatMap(({ file, text }) =>
    [...withoutNotes(text).matchAll(TRIGGER)].map(({ index, 1: table = '', 2: runs = '' }) => ({
      ...{ file, table, runs },
      line: text.slice(0, index).split('\n').length,
    })),
  );

/**
 * All tables a function reaches, by itself and by what it calls.
 * @param {ReadonlyMap<string, SqlFunction>} functions
 * @param {string} name
 * @param {Set<string>} [seen]
 * @returns {Reach[]}
 */
export function reachOf(functions, name, seen = new Set()) {
  const found = functions.get(name);
  if (!found || seen.has(name)) return [];
  seen.add(name);
  return [...found.reaches, ...found.calls.flatMap((called) => reachOf(functions, called, seen))];
}

/**
 * Names that are called in the statements of a file; words of the language are called like functions, too.
 * @param {import('./source.mjs').Source} source
 * @returns {{ name: string, index: number }[]}
 */
export function calledIn(source) {
  /** @type {{ name: string, index: number }[]} */
  const called = [];
  visit(source, ['TaggedTemplateExpression'], (node) => {
    if (node.type !== 'TaggedTemplateExpression') return;
    for (const { value, start } of node.quasi.quasis)
      for (const { index, 1: name = '' } of value.raw.matchAll(CALL))
        called.push({ name, index: start + index });
  });
  return called;
}
