import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { domainsOf, unlisted } from './arrows.mjs';
import {
  AGGREGATORS,
  APP_FILES,
  APP_FRAME,
  APP_GROUPS,
  APP_WIRING,
  CODECS,
  CORE_FILES,
  ELECTIONS,
  EXTRA_FILES,
  FOUNDATIONS,
  FREE_FOLDERS,
  NOT_IN_REPOSITORY,
  OTHER_COMPONENTS,
  PLAIN_COMPONENTS,
  TOP_LEVEL,
  VOCABULARY,
} from './folders.mjs';
import { runAsScript } from './report.mjs';
import { importsOf, listFiles, readSource } from './source.mjs';

/** @typedef {import('./report.mjs').Problem} Problem */

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LOCALES = ['de', 'de-LS', 'en'];
const DRAWERS = /^(?:index|utils?|helpers?|services?|misc|common|shared|constants)\.[cm]?[jt]sx?$/;

/**
 * Holds every file to the closed lists of `folders.mjs`: a file that fits nowhere is a decision
 * somebody has to take, not a drawer somebody may open.
 * @param {string} root
 * @returns {Problem[]}
 */
export function findProblems(root) {
  const domains = domainsOf(root);
  const libFolders = [...LIB_FOLDERS, ...domains];
  return [
    ...unlisted(root),
    ...entriesOutside(root, '', [...TOP_LEVEL, ...NOT_IN_REPOSITORY]),
    ...entriesOutside(root, 'lib', [...libFolders, ...LIB_FILES]),
    ...entriesOutside(root, 'components', [...PLAIN_COMPONENTS, ...OTHER_COMPONENTS, ...domains]),
    ...entriesOutside(root, 'prisma', PRISMA_ENTRIES),
    ...entriesOutside(root, 'app/[locale]', [...APP_GROUPS, ...APP_FILES, ...APP_FRAME]),
    ...listFiles(root, 'app').flatMap(appProblem),
    ...listFiles(root, 'lib').flatMap(libProblem(root, libFolders)),
    ...['app', 'components', 'lib'].flatMap((folder) => listFiles(root, folder)).flatMap(drawer),
  ];
}

/** What lies in lib itself: the list of domains and what all of them are made by. */
const LIB_FILES = ['manifest.ts', 'domains.ts', 'domains.test.ts', 'acts.test.ts', 'fragments.ts'];

/** Of a domain, which is there because it has a manifest, it knows nothing. */
const LIB_FOLDERS = [
  'core',
  'decisions',
  'elections',
  ...FREE_FOLDERS,
  ...FOUNDATIONS,
  ...AGGREGATORS,
];
const PRISMA_ENTRIES = ['schema', 'migrations', 'sql', 'demo', 'generated', 'prisma.config.ts'];

/**
 * @param {string} file
 * @param {string} message
 * @returns {Problem}
 */
const problem = (file, message) => ({ file, line: 1, message });

/**
 * @param {string} root
 * @param {string} folder
 * @param {string[]} allowed
 */
function entriesOutside(root, folder, allowed) {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute)
    .filter((name) => !allowed.includes(name))
    .map((name) =>
      problem(path.posix.join(folder, name), 'is not in the closed list of its folder'),
    );
}

/** @type {Record<string, string[]>} */
const APP_SHARED = { '': APP_WIRING, '[locale]': APP_FRAME };

/** @param {string} file */
function appProblem(file) {
  const parts = file.split('/').slice(1);
  const name = parts.pop() ?? '';
  const first = parts[0];
  if (first !== undefined && first !== '[locale]' && first !== 'api') {
    return [problem(file, 'lies outside app/[locale] and app/api')];
  }
  if (![...APP_FILES, ...(APP_SHARED[parts.join('/')] ?? [])].includes(name)) {
    return [problem(file, `"${name}" is not a file of a route: draw in components, decide in lib`)];
  }
  return [];
}

/** @param {string} file */
function drawer(file) {
  return DRAWERS.test(path.posix.basename(file))
    ? [problem(file, 'is a drawer name: say what is in it')]
    : [];
}

/**
 * @param {string} root
 * @param {string[]} folders of lib
 */
function libProblem(root, folders) {
  return (/** @type {string} */ file) => {
    const [, folder = '', ...rest] = file.split('/');
    if (FREE_FOLDERS.includes(folder) || !folders.includes(folder)) return [];
    if (folder === 'decisions') return decisionProblem(file);
    if (folder === 'core') return coreProblem(file, rest);
    if (folder === 'elections') return electionsProblem(root, file, rest);
    return domainProblem(root, file, folder, rest);
  };
}

/**
 * @param {string} root
 * @param {string} file
 * @param {string} folder
 * @param {string[]} rest path below the domain folder
 */
function domainProblem(root, file, folder, rest) {
  if (rest.join('/') === 'domain.ts') return manifestProblem(root, file);
  if (rest[0] === 'words') return wordsProblem(file, rest.slice(1));
  return vocabularyProblem(root, file, folder, rest);
}

/** @param {string} file */
function decisionProblem(file) {
  // The README's pictures lie beside the reasons.
  return /\/(?:(?:\d{4}-[a-z0-9-]+|traps|rights|acts)\.md|pictures\/[a-z-]+\.png)$/.test(file)
    ? []
    : [problem(file, 'decisions are named NNNN-title.md')];
}

/**
 * @param {string} file
 * @param {string[]} rest
 */
function coreProblem(file, rest) {
  const name = stem(rest.join('/'));
  return CORE_FILES.includes(name) ? [] : [problem(file, `lib/core has no "${name}" in its list`)];
}

/**
 * @param {string} root
 * @param {string} file
 * @param {string[]} rest
 */
function electionsProblem(root, file, rest) {
  const name = rest.at(-1) ?? '';
  if (name.includes('.test.')) return testProblem(root, file);
  const room = rest.slice(0, -1).join('/');
  const files = /** @type {Record<string, string[]>} */ (ELECTIONS)[room] ?? [];
  return files.includes(stem(name))
    ? []
    : [problem(file, `${path.posix.dirname(file)}/ has no "${stem(name)}" in its list`)];
}

/**
 * The name that decides: `commands` for commands.ts, commands.test.ts and commands.race.test.ts.
 * @param {string} fileName
 */
const stem = (fileName) =>
  fileName.replace(/(?:\.[a-z-]+)?\.test\.tsx?$/, '').replace(/\.(?:d\.mts|[cm]?[jt]sx?)$/, '');

/** A domain, a room of it, a room of that room: whoever is new finds nothing below. */
const DEEPEST = 3;

/**
 * @param {string} root
 * @param {string} file
 * @param {string} folder
 * @param {string[]} rest path below the domain folder
 */
function vocabularyProblem(root, file, folder, rest) {
  const name = rest.at(-1) ?? '';
  if (rest.length > DEEPEST) return [problem(file, `lies more than ${DEEPEST} levels deep`)];
  const badFolder = rest.slice(0, -1).find((part) => !KEBAB.test(part));
  if (badFolder) return [problem(file, `"${badFolder}" is not kebab-case`)];
  if (name.includes('.test.')) return testProblem(root, file);
  // What a sheet of paper looks like, for the one domain that draws.
  if (folder === 'print' && rest[0] === 'templates' && name.endsWith('.typ')) return [];
  if (name.endsWith('x')) return [problem(file, 'lib draws nothing: components do')];
  return isInVocabulary(folder, rest.at(-2) ?? '', stem(name))
    ? []
    : [problem(file, `"${name}" is not in the vocabulary of a domain folder`)];
}

/**
 * What a manifest imports when it is needed is its own.
 * @param {string} root
 * @param {string} file
 */
function manifestProblem(root, file) {
  return importsOf(readSource(root, file))
    .filter(
      ({ specifier }) => specifier.startsWith('../') || /^@\/(?:app|components)/.test(specifier),
    )
    .map(({ specifier, line }) => ({ file, line, message: `"${specifier}" is not its own` }));
}

/**
 * @param {string} file
 * @param {string[]} rest `<locale>/<namespace>.json`
 */
function wordsProblem(file, [locale = '', name = '', ...more]) {
  const fits = more.length === 0 && LOCALES.includes(locale) && name.endsWith('.json');
  return fits ? [] : [problem(file, 'words lie in words/<locale>/<namespace>.json')];
}

/**
 * @param {string} folder the domain
 * @param {string} within the folder the file lies in, '' for the domain's own
 * @param {string} name without ending
 */
function isInVocabulary(folder, within, name) {
  // Mails are named after what happened.
  if (within === 'emails') return KEBAB.test(name);
  const extra = /** @type {Record<string, string[]>} */ (EXTRA_FILES)[folder] ?? [];
  return [...VOCABULARY, ...CODECS, ...extra].includes(name);
}

/**
 * @param {string} root
 * @param {string} file
 */
function testProblem(root, file) {
  const folder = path.posix.dirname(file);
  const tested = stem(path.posix.basename(file));
  const exists = ['.ts', '.mjs', '.tsx'].some((end) =>
    existsSync(path.join(root, folder, tested + end)),
  );
  return exists ? [] : [problem(file, `there is no "${tested}" beside it to test`)];
}

await runAsScript(import.meta.url, findProblems);
