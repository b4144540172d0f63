import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from './project.mjs';

/**
 * What the role of the running program is given, table by table; there is nothing it has without standing
 * in the `granted.mjs` of a domain, or here where a table is nobody's. Everything listed can be read unless
 * it says `read: false`.
 *
 * A table whose model in `prisma/schema` makes a promise names its columns one by one, so that the next
 * column is not writable because somebody forgot; what may happen to those, a trigger says. The others
 * are given as a whole. No key is ever changed.
 *
 * @typedef {object} Granted
 * @property {'every' | readonly string[]} [insert] columns
 * @property {'every' | readonly string[]} [update] columns; `every` leaves out the key
 * @property {true} [delete]
 * @property {false} [read]
 * @property {string} [kept] what the promise of the model keeps, as rows `(poll, line)` that must still be there
 *   whatever the role did; `NULL::uuid` where no poll is meant. The tests of the role watch it
 *
 * @typedef {Readonly<Record<string, Granted>>} Tables
 *
 * @typedef {object} WalledTable read unless columns are named in `select`
 * @property {readonly string[]} [select]
 * @property {readonly string[]} [insert]
 * @property {readonly string[]} [update]
 * @property {true} [delete]
 *
 * What another role than the program's is given, in a schema of its own; see `database/wall.mjs`.
 * @typedef {{ schema: string, tables: Readonly<Record<string, WalledTable>>, functions: readonly string[] }} Walled
 *
 * @typedef {{ tables: Tables, functions?: readonly string[], innerFunctions?: readonly string[], walled?: Walled }} OfDomain
 */

/** What belongs to `lib/core` and to the tools. @type {OfDomain} */
const OWN = {
  tables: {
    // Read only, to see whether the database fits the program.
    _prisma_migrations: {},
    form_submissions: { insert: 'every', update: 'every', delete: true },
    rate_buckets: { insert: 'every', update: 'every', delete: true },
  },
  functions: ['database_clock()', 'folded(text)'],
};

/** @type {Walled} */
const NOTHING = { schema: 'public', tables: {}, functions: [] };

/** Where domains say what the program may do with their tables, named from the project. @param {string} root */
export const grantedFiles = (root) =>
  fs
    .readdirSync(path.join(root, 'lib'))
    .map((folder) => `lib/${folder}/granted.mjs`)
    .filter((file) => file !== 'lib/tooling/granted.mjs')
    .filter((file) => fs.existsSync(path.join(root, file)))
    .sort();

/**
 * @param {string} root
 * @returns {Promise<Required<OfDomain>>} what all of them say
 */
export async function readGranted(root) {
  /** @param {string} file @returns {Promise<OfDomain>} */
  const read = (file) => import(pathToFileURL(path.join(root, file)).href);
  const parts = [OWN, ...(await Promise.all(grantedFiles(root).map(read)))];
  const names = parts.flatMap(({ tables }) => Object.keys(tables));
  if (new Set(names).size < names.length)
    throw new Error('A table is granted by two domains: whose is it?');
  return {
    tables: Object.assign({}, ...parts.map(({ tables }) => tables)),
    functions: parts.flatMap(({ functions = [] }) => functions),
    innerFunctions: parts.flatMap(({ innerFunctions = [] }) => innerFunctions),
    walled: parts.map(({ walled }) => walled).find((walled) => walled !== undefined) ?? NOTHING,
  };
}

/**
 * Functions the program calls, and what runs with the rights of the owner though the program sets it off:
 * those, and the inner ones, which only triggers and other functions call.
 */
export const {
  tables: TABLES,
  functions: FUNCTIONS,
  innerFunctions: INNER_FUNCTIONS,
  walled: WALLED,
} = await readGranted(PROJECT_ROOT);
