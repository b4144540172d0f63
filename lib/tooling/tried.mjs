import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from './project.mjs';

/**
 * What is tried of one file of `prisma/sql`, so that each of its guards is missed.
 *
 * @typedef {object} Tried
 * @property {readonly import('../testing/guard-tries').Try[]} [tries] what it refuses and sees to
 * @property {readonly import('../testing/guard-locks').Lock[]} [locks] who waits for whom
 * @property {string} [standing] what must lie there for the locks
 * @property {readonly (readonly [was: string, instead: string])[]} [terms] terms of its conditions, each
 *   with what stands there without it
 */

/** @typedef {Readonly<Record<string, Tried>>} TriedOf by name of the file without ending */

/**
 * Whoever brings functions and triggers says in `lib/<domain>/tried.mjs` what is tried of them.
 * @param {string} root
 * @returns {Promise<{ domain: string, tried: TriedOf }[]>}
 */
export async function readTried(root) {
  const folders = fs
    .readdirSync(path.join(root, 'lib'))
    .filter((folder) => folder !== 'tooling')
    .filter((folder) => fs.existsSync(path.join(root, 'lib', folder, 'tried.mjs')));
  return Promise.all(
    folders.map(async (domain) => {
      const file = path.join(root, 'lib', domain, 'tried.mjs');
      const { tried } = await import(pathToFileURL(file).href);
      return { domain, tried };
    }),
  );
}

const all = await readTried(PROJECT_ROOT);

/** @type {[name: string, tried: Tried & { domain: string }][]} */
const rows = all.flatMap(({ domain, tried }) =>
  Object.entries(tried).map(([name, of]) => [name, { ...of, domain }]),
);

if (new Set(rows.map(([name]) => name)).size < rows.length)
  throw new Error('A file of prisma/sql is tried by two domains: whose is it?');

/** By name of the file: whose it is, and what is tried of it. */
export const TRIED = Object.fromEntries(rows);
