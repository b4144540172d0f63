import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { AGGREGATORS, FOUNDATIONS } from './folders.mjs';
import { importsOf, readSource, visit } from './source.mjs';

/**
 * @typedef {import('./report.mjs').Problem} Problem
 * @typedef {{ name: string, reads: readonly string[], file: string, line: number }} Said what a manifest says of itself
 */

const LIST = 'lib/domains.ts';

/**
 * Which domains there are and which lower ones each may read: what the manifests say, read without running
 * them. A folder of lib is a domain because it has a manifest.
 * @param {string} root
 * @returns {Said[]} by name of the folder
 */
export function readManifests(root) {
  const lib = path.join(root, 'lib');
  if (!existsSync(lib)) return [];
  return readdirSync(lib)
    .filter((name) => existsSync(path.join(lib, name, 'domain.ts')))
    .sort()
    .map((name) => ({ name, ...readsOf(root, `lib/${name}/domain.ts`) }));
}

/**
 * @param {string} root
 * @param {string} file
 * @returns {Omit<Said, 'name'>}
 */
function readsOf(root, file) {
  const source = readSource(root, file);
  /** @type {Omit<Said, 'name'>} */
  let said = { file, line: 1, reads: [] };
  visit(source, ['Property'], (node) => {
    if (node.type !== 'Property' || node.key.type !== 'Identifier' || node.key.name !== 'reads')
      return;
    const names =
      node.value.type === 'ArrayExpression'
        ? node.value.elements.flatMap((one) =>
            one?.type === 'Literal' && typeof one.value === 'string' ? [one.value] : [],
          )
        : [];
    said = { file, line: source.lineAt(node.start), reads: names };
  });
  return said;
}

/** Folders of lib that are domains: neither below all of them nor loops over them. @param {string} root */
export const domainsOf = (root) =>
  readManifests(root)
    .map(({ name }) => name)
    .filter((name) => !FOUNDATIONS.includes(name) && !AGGREGATORS.includes(name));

/**
 * The whole picture of who reads whom: no arrow leads upward, to nobody or round in a circle.
 * @param {string} root
 * @returns {Problem[]}
 */
export function arrowProblems(root) {
  const manifests = readManifests(root);
  const domains = domainsOf(root);
  return manifests.flatMap(({ name, reads, file, line }) =>
    reads.flatMap((other) => {
      const why = wrong(name, other, domains) ?? circle(name, other, manifests);
      return why ? [{ file, line, message: `${name} cannot read "${other}": ${why}` }] : [];
    }),
  );
}

/**
 * @param {string} name
 * @param {string} other
 * @param {string[]} domains
 */
function wrong(name, other, domains) {
  if (FOUNDATIONS.includes(name)) return 'a foundation knows no domain';
  if (FOUNDATIONS.includes(other)) return 'everybody may read foundations, so nobody lists them';
  if (AGGREGATORS.includes(other))
    return AGGREGATORS.includes(name) ? null : 'an arrow never leads upward';
  return domains.includes(other) ? null : 'there is no such domain';
}

/**
 * @param {string} name
 * @param {string} other
 * @param {Said[]} manifests
 */
function circle(name, other, manifests) {
  const seen = new Set();
  const waiting = [other];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === name) return 'it is read by it, and two that need each other are one';
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(manifests.find((one) => one.name === next)?.reads ?? []));
  }
  return null;
}

/**
 * A manifest that is not in the list does nothing, and nobody would see that.
 * @param {string} root
 * @returns {Problem[]}
 */
export function unlisted(root) {
  const listed = existsSync(path.join(root, LIST))
    ? importsOf(readSource(root, LIST)).map(({ specifier }) => specifier)
    : [];
  return readManifests(root)
    .filter(({ name }) => !listed.includes(`./${name}/domain`))
    .map(({ name, file }) => ({ file, line: 1, message: `${name} is not in ${LIST}` }));
}
