import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readManifests } from './arrows.mjs';
import { FOUNDATIONS } from './folders.mjs';
import { parseSchema } from './prisma-schema.mjs';
import { followedIn, relationsOf } from './relations.mjs';
import { runAsScript } from './report.mjs';
import { isTestFile, listCode, listFiles, readSource } from './source.mjs';
import { calledIn, functionsOf, reachOf, tablesIn, triggersOf } from './sql-functions.mjs';
import { FOREIGN, OF_FOUNDATIONS } from './strangers.mjs';

/**
 * @typedef {import('./report.mjs').Problem} Problem
 * @typedef {'reads' | 'writes'} Way
 * @typedef {{ model: string, owner: string }} Owned
 * @typedef {{
 *   accessors: Map<string, Owned>, tables: Map<string, Owned>, models: Map<string, Owned>,
 *   relations: import('./relations.mjs').Relations,
 * }} Owners
 * @typedef {ReadonlyMap<string, import('./sql-functions.mjs').SqlFunction>} Functions
 * @typedef {{ file: string, line: number, folder: string, way: Way } & Owned} Use
 */

/** Beside the program: made for tests, the demo and the rights of its role, and what a test alone asks of all tables. */
const BESIDE =
  /^lib\/(?:testing|tooling|decisions)\/|\/(?:demo|rows|tried|granted)\.mjs$|\/acts\.ts$/;

/** `tx.poll.findMany(`; without a call behind it the whole table is handed on, as to `takeVersion`. */
const BY_PRISMA = /\b(?:tx|db|client)\s*\.\s*([a-z]\w*)\b(?:\s*\.\s*(\w+))?/g;
const READS = /^(?:find|count$|aggregate$|groupBy$)/;
/**
 * Each table is one domain's: nobody else writes it, and whoever reads it says so in a manifest or reads a foundation. Whose a model is
 * follows from its file, `prisma/schema/<domain>.prisma` or `<domain>-….prisma`. A table is reached by Prisma, by a statement, by what
 * Prisma follows from one model to another, by a function of the database that a statement calls, and by one that a change of a
 * table sets off.
 * @param {string} root
 * @returns {Problem[]}
 */
export function findProblems(root) {
  const owners = ownersOf(root);
  const isForeign = strangersTo(root);
  const files = listCode(root, ['lib']).filter((file) => !isTestFile(file) && !BESIDE.test(file));
  const sql = sqlOf(root);
  const functions = functionsOf(sql);
  const foreign = [
    ...files.flatMap((file) => [
      ...usesIn(root, file, owners).filter(isForeign),
      // Where a name may mean several models, one of them its own, it means that one.
      ...followed(root, file, owners).flatMap((may) => (may.every(isForeign) ? may : [])),
      ...called(root, file, owners, functions).filter(isForeign),
    ]),
    ...setOff(sql, owners, functions).filter(isForeign),
  ];
  const said = foreign.map((use) => FOREIGN.findIndex((one) => isMeant(one, use)));
  // Whose a table is says its schema: where that is not there, a file of statements says nothing.
  const isLookedAt = (/** @type {import('./strangers.mjs').Foreign} */ { file, model }) =>
    files.includes(file) || (owners.models.has(model) && sql.some((one) => one.file === file));
  return [
    ...foreign.filter((_, index) => said[index] === -1).map(asProblem),
    ...FOREIGN.filter((one, index) => !said.includes(index) && isLookedAt(one)).map(
      ({ file, way, model }) => ({
        file,
        line: 1,
        message: `${way} no ${model}: strike it from strangers.mjs`,
      }),
    ),
  ];
}

/** @param {string} root @returns {(use: Use) => boolean} */
function strangersTo(root) {
  const reads = new Map(readManifests(root).map((said) => [said.name, said.reads]));
  return ({ folder, owner, way }) => {
    if (folder === owner) return false;
    if (way === 'writes') return true;
    const isLower = FOUNDATIONS.includes(owner) || owner === 'core';
    return !isLower && !reads.get(folder)?.includes(owner);
  };
}

/** @param {string} root */
const sqlOf = (root) =>
  listFiles(root, 'prisma/sql').map((file) => ({
    file,
    text: readFileSync(path.join(root, file), 'utf8'),
  }));

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
  const schema = parseSchema(files);
  const models = schema.map(({ file, name, table }) => {
    const of = path.posix.basename(file, '.prisma').split('-')[0] ?? '';
    return { table: table ?? '', model: name, owner: OF_FOUNDATIONS[name] ?? of };
  });
  return {
    accessors: new Map(
      models.map((one) => [one.model[0]?.toLowerCase() + one.model.slice(1), one]),
    ),
    tables: new Map(models.map((one) => [one.table, one])),
    models: new Map(models.map((one) => [one.model, one])),
    relations: relationsOf(schema),
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
  const sql = tablesIn(text).map(({ index, way, table }) => ({
    ...{ index, way },
    owned: tables.get(table),
  }));
  return [...prisma, ...sql].flatMap(({ index, owned, way }) =>
    owned ? [{ file, folder, way, line: source.lineAt(index), ...owned }] : [],
  );
}

/**
 * @param {string} root
 * @param {string} file
 * @param {Owners} owners
 * @returns {Use[][]} for each place the models its name may lead to
 */
function followed(root, file, { models, relations }) {
  const source = readSource(root, file);
  const folder = file.split('/')[1] ?? '';
  return followedIn(source, relations).map(({ field, index, way }) =>
    [...(relations.targets.get(field) ?? [])].flatMap((name) => {
      const owned = models.get(name);
      return owned ? [{ file, folder, way, line: source.lineAt(index), ...owned }] : [];
    }),
  );
}

/**
 * @param {string} root
 * @param {string} file
 * @param {Owners} owners
 * @param {Functions} functions
 * @returns {Use[]}
 */
function called(root, file, { tables }, functions) {
  const source = readSource(root, file);
  const folder = file.split('/')[1] ?? '';
  return calledIn(source).flatMap(({ name, index }) =>
    reachOf(functions, name).flatMap(({ way, table }) => {
      const owned = tables.get(table);
      return owned ? [{ file, folder, way, line: source.lineAt(index), ...owned }] : [];
    }),
  );
}

/**
 * A foundation's table may be written by what is set off: that is how it lets a domain keep its rows (calls end with their case).
 * @param {ReturnType<typeof sqlOf>} sql
 * @param {Owners} owners
 * @param {Functions} functions
 * @returns {Use[]} as if whoever has the table with the trigger asked
 */
function setOff(sql, { tables }, functions) {
  return triggersOf(sql).flatMap(({ file, line, table, runs }) => {
    const folder = tables.get(table)?.owner;
    if (folder === undefined) return [];
    return reachOf(functions, runs).flatMap(({ way, table: reached }) => {
      const owned = tables.get(reached);
      return owned && !FOUNDATIONS.includes(owned.owner)
        ? [{ file, line, folder, way, ...owned }]
        : [];
    });
  });
}

/** @param {import('./source.mjs').Source} source */
function withoutComments({ text, comments }) {
  let left = text;
  for (const { start, end } of comments)
    left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
  return left;
}

await runAsScript(import.meta.url, findProblems);
