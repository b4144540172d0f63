import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/**
 * @typedef {import('oxc-parser').Node} Node
 * @typedef {{ type: 'Line' | 'Block', value: string, start: number, end: number }} Comment
 * @typedef {{
 *   file: string,
 *   text: string,
 *   program: import('oxc-parser').Program,
 *   module: import('oxc-parser').EcmaScriptModule,
 *   comments: Comment[],
 *   lineAt: (offset: number) => number,
 * }} Source
 */

/** Nobody here writes what lies in these, so no check looks into them. */
const NOT_OURS = new Set([
  'node_modules',
  '.next',
  '.data',
  '.git',
  'prisma/generated',
  'test-results',
  'playwright-report',
  'e2e/test-results',
  'e2e/playwright-report',
]);

const CODE = /\.(?:[cm]?[jt]s|[jt]sx)$/;

/** True for a file of unit tests or journeys, and for what only tests use. */
export const isTestFile = (/** @type {string} */ file) =>
  /\.(?:test|spec)\.[cm]?[jt]sx?$/.test(file) ||
  /^(?:e2e|lib\/testing)\//.test(file) ||
  /^lib\/.+\/samples\.ts$/.test(file);

/**
 * All our files below `folder`, as sorted paths relative to `root` with forward slashes.
 * @param {string} root
 * @param {string} [folder] '' for the whole repository
 * @returns {string[]}
 */
export function listFiles(root, folder = '') {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  /** @type {string[]} */
  const files = [];
  for (const entry of readdirSync(absolute, { withFileTypes: true })) {
    const relative = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.has(relative)) continue;
    if (entry.isDirectory()) files.push(...listFiles(root, relative));
    else if (entry.isFile()) files.push(relative);
  }
  return files.sort();
}

/**
 * The code files below the given folders; declaration files hold no code.
 * @param {string} root
 * @param {string[]} folders
 */
export function listCode(root, folders = ['app', 'components', 'lib', 'e2e', 'prisma']) {
  return folders
    .flatMap((folder) => listFiles(root, folder))
    .filter((file) => CODE.test(file) && !/\.d\.[cm]?ts$/.test(file));
}

/** @type {Map<string, Source>} */
const parsed = new Map();

/**
 * Reads and parses one file, once however many gates ask for it. Types are kept: a type-only import
 * is a dependency like any other.
 * @param {string} root
 * @param {string} file relative to `root`
 * @returns {Source}
 * @throws when the file is not valid code; the message names it
 */
export function readSource(root, file) {
  const absolute = path.join(root, file);
  const known = parsed.get(absolute);
  if (known) return known;
  const text = readFileSync(absolute, 'utf8');
  const { program, module, comments, errors } = parseSync(absolute, text);
  if (errors[0]) throw new Error(`${file} cannot be parsed: ${errors[0].message}`);
  const source = { file, text, program, module, comments, lineAt: lineCounter(text) };
  parsed.set(absolute, source);
  return source;
}

/**
 * @param {string} text
 * @returns {(offset: number) => number} the 1-based line an offset lies on
 */
export function lineCounter(text) {
  const ends = [...text.matchAll(/\n/g)].map((match) => match.index);
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/**
 * Visits the nodes of some kinds, outer ones first.
 * @param {Source} source
 * @param {Node['type'][]} kinds
 * @param {(node: Node) => void} enter
 * @param {(node: Node) => void} [leave] after all that is inside of the node
 */
export function visit({ program }, kinds, enter, leave = () => undefined) {
  const visitor = kinds.flatMap((kind) => [
    [kind, enter],
    [`${kind}:exit`, leave],
  ]);
  new Visitor(Object.fromEntries(visitor)).visit(program);
}

/**
 * Every module a file names: static, type-only, re-exported and dynamically imported ones.
 * @param {Source} source
 * @returns {{ specifier: string, line: number }[]}
 * @param {{ lazy: boolean }} [asked] `lazy: false` leaves out what is imported only when it is needed
 */
export function importsOf(source, { lazy } = { lazy: true }) {
  const { module, text, lineAt } = source;
  const named = [
    ...module.staticImports.map((found) => found.moduleRequest),
    ...module.staticExports.flatMap((found) => found.entries.map((entry) => entry.moduleRequest)),
  ].flatMap((request) =>
    request ? [{ specifier: request.value, line: lineAt(request.start) }] : [],
  );
  const dynamic = (lazy ? module.dynamicImports : []).flatMap(
    ({ moduleRequest: { start, end } }) => {
      // A computed path names data such as catalogues; it says nothing about directions.
      const literal = /^(['"])(.*)\1$/s.exec(text.slice(start, end));
      return literal?.[2] ? [{ specifier: literal[2], line: lineAt(start) }] : [];
    },
  );
  return [...named, ...dynamic, ...inlineTypeImports(source)];
}

/**
 * `import('./x').Y` in a type position, which the module record does not list.
 * @param {Source} source
 */
function inlineTypeImports(source) {
  /** @type {{ specifier: string, line: number }[]} */
  const found = [];
  if (!source.text.includes('import(')) return found;
  visit(source, ['TSImportType'], (node) => {
    if (node.type !== 'TSImportType') return;
    found.push({ specifier: node.source.value, line: source.lineAt(node.start) });
  });
  return found;
}

const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.js', '.d.ts', '/index.ts'];

/**
 * The repository path a module specifier means, or null for a package.
 * A path that does not exist (generated code before the first build) is returned without ending.
 * @param {string} root
 * @param {string} importer relative to `root`
 * @param {string} specifier
 */
export function resolveLocal(root, importer, specifier) {
  const target = localTarget(importer, specifier);
  if (target === null) return null;
  const withoutJs = target.replace(/\.js$/, '');
  const candidates = ENDINGS.flatMap((ending) => [target + ending, withoutJs + ending]);
  const hit = candidates.find((file) => /\.\w+$/.test(file) && existsSync(path.join(root, file)));
  return hit ?? target;
}

/**
 * @param {string} importer
 * @param {string} specifier
 */
function localTarget(importer, specifier) {
  if (specifier.startsWith('@/')) return path.posix.normalize(specifier.slice(2));
  if (!/^\.{1,2}(?:\/|$)/.test(specifier)) return null;
  return path.posix.join(path.posix.dirname(importer), specifier);
}
