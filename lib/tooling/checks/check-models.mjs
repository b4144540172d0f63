import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readManifests } from './arrows.mjs';
import { FOUNDATIONS } from './folders.mjs';
import { parseSchema } from './prisma-schema.mjs';
import { runAsScript } from './report.mjs';
import { isTestFile, listCode, listFiles, readSource } from './source.mjs';
import { FOREIGN, OF_FOUNDATIONS } from './strangers.mjs';

/**
 * @typedef {import('./report.mjs').Problem} Problem
 * @typedef {'reads' | 'writes'} Way
 * @typedef {{ model: string, owner: string }} Owned
 * @typedef {{ accessors: Map<string, Owned>, tables: Map<string, Owned> }} Owners
 * @typedef {{ file: string, line: number, folder: string, way: Way } & Owned} Use
 */

/** Beside the program: made for tests, the demo and the rights of its role, and what a test alone asks of all tables. */
const BESIDE = /^lib\/(?:testing|tooling|decisions)\/|\/(?:demo|rows|granted)\.mjs$|\/acts\.ts$/;

/** `tx.poll.findMany(`; without a call behind it the whole table is handed on, as to `takeVersion`. */
const BY_PRISMA = /\b(?:tx|db|client)\s*\.\s*([a-z]\w*)\b(?:\s*\.\s*(\w+))?/g;
const READS = /^(?:find|count$|aggregate$|groupBy$)/;
/** A table in a statement; names of their own like `unnest(…)` are no tables and found nowhere. */
const BY_SQL =
  /\b(?:(FROM|JOIN)|(INSERT\s+INTO|UPDATE(?!\s+OF)|DELETE\s+FROM|TRUNCATE))\s+(?:ONLY\s+)?"?([a-z_]+)"?/g;

/**
 * Each table is one domain's: nobody else writes it, and whoever reads it says so in a manifest or reads a foundation. Whose a model is
 * follows from its file, `prisma/schema/<domain>.prisma` or `<domain>-….prisma`. What Prisma follows from one
 * model to another (`select: { author: … }`) is not looked at, nor what functions of the database do.
 * @param {string} root
 * @returns {Problem[]}
 */
export function findProblems(root) {
  const owners = ownersOf(root);
  const reads = new Map(readManifests(root).map((said) => [said.name, said.reads]));
  const files = listCode(root, ['lib']).filter((file) => !isTestFile(file) && !BESIDE.test(file));
  const uses = files.flatMap((file) => usesIn(root, file, owners));
  const foreign = uses.filter(({ folder, owner, way }) => {
    if (folder === owner) return false;
    if (way === 'writes') return true;
    const isLower = FOUNDATIONS.includes(owner) || owner === 'core';
    return !isLower && !reads.get(folder)?.includes(owner);
  });
  const said = foreign.map((use) => FOREIGN.findIndex((one) => isMeant(one, use)));
  return [
    ...foreign.filter((_, index) => said[index] === -1).map(asProblem),
    ...FOREIGN.filter((one, index) => !said.includes(index) && files.includes(one.file)).map(
      ({ file, way, model }) => ({
        file,
        line: 1,
        message: `${way} no ${model}: strike it from strangers.mjs`,
      }),
    ),
  ];
}

/** @param {import('./strangers.mjs').Foreign} one @param {Use} use */
const isMeant = ({ file, way, model }, use) =>
  use.file === file && use.model === model && (use.way === way || way === 'writes');

/** @param {Use} use @returns {Problem} */
const asProblem = ({ file, line, folder, way, model, owner }) => ({
  file,
  line,
  message: `${folder} ${way} ${model}, which is of ${owner}: ask its queries or steps, or let it bring a key of its manifest`,
});

/** @param {string} root @returns {Owners} */
function ownersOf(root) {
  const files = listFiles(root, 'prisma/schema').map((file) => ({
    file,
    text: readFileSync(path.join(root, file), 'utf8'),
  }));
  const models = parseSchema(files).map(({ file, name, table }) => {
    const of = path.posix.basename(file, '.prisma').split('-')[0] ?? '';
    return { table: table ?? '', model: name, owner: OF_FOUNDATIONS[name] ?? of };
  });
  return {
    accessors: new Map(
      models.map((one) => [one.model[0]?.toLowerCase() + one.model.slice(1), one]),
    ),
    tables: new Map(models.map((one) => [one.table, one])),
  };
}

/**
 * @param {string} root
 * @param {string} file
 * @param {Owners} owners
 * @returns {Use[]}
 */
function usesIn(root, file, { accessors, tables }) {
  const source = readSource(root, file);
  const folder = file.split('/')[1] ?? '';
  const text = withoutComments(source);
  const prisma = [...text.matchAll(BY_PRISMA)].map(({ index, 1: name = '', 2: call = '' }) => ({
    index,
    owned: accessors.get(name),
    way: READS.test(call) ? /** @type {const} */ ('reads') : /** @type {const} */ ('writes'),
  }));
  const sql = [...text.matchAll(BY_SQL)].map(({ index, 1: from, 3: name = '' }) => ({
    index,
    owned: tables.get(name),
    way: from ? /** @type {const} */ ('reads') : /** @type {const} */ ('writes'),
  }));
  return [...prisma, ...sql].flatMap(({ index, owned, way }) =>
    owned ? [{ file, folder, way, line: source.lineAt(index), ...owned }] : [],
  );
}

/** @param {import('./source.mjs').Source} source */
function withoutComments({ text, comments }) {
  let left = text;
  for (const { start, end } of comments)
    left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
  return left;
}

await runAsScript(import.meta.url, findProblems);
