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
 * @typedef {{ tables: Tables, functions?: readonly string[], innerFunctions?: readonly string[] }} OfDomain
 */

/** What belongs to `lib/core` and to the tools. @type {OfDomain} */
const OWN = {
  tables: {
    // Read only, to see whether the database fits the program.
    _prisma_migrations: {},
    form_submissions: { insert: 'every', update: 'every', delete: true },
    rate_buckets: { insert: 'every', update: 'every', delete: true },
  },
  functions: ['database_clock()'],
};

/** Where domains say what the program may do with their tables, named from the project. */
export const GRANTED_FILES = fs
  .readdirSync(path.join(PROJECT_ROOT, 'lib'))
  .map((folder) => `lib/${folder}/granted.mjs`)
  .filter((file) => file !== 'lib/tooling/granted.mjs')
  .filter((file) => fs.existsSync(path.join(PROJECT_ROOT, file)))
  .sort();

/** @param {string} file @returns {Promise<OfDomain>} */
const read = (file) => import(pathToFileURL(path.join(PROJECT_ROOT, file)).href);

const parts = [OWN, ...(await Promise.all(GRANTED_FILES.map(read)))];

/** @type {Tables} */
export const TABLES = Object.assign({}, ...parts.map(({ tables }) => tables));

const granted = parts.flatMap(({ tables }) => Object.keys(tables));
if (granted.length !== Object.keys(TABLES).length)
  throw new Error('A table is granted by two domains: whose is it?');

/** Functions the program calls. */
export const FUNCTIONS = parts.flatMap(({ functions = [] }) => functions);

/**
 * What runs with the rights of the owner though the program sets it off: the functions above, and
 * these, which only triggers and other functions call.
 */
export const INNER_FUNCTIONS = parts.flatMap(({ innerFunctions = [] }) => innerFunctions);
