import { readManifests } from './arrows.mjs';
import { runAsScript } from './report.mjs';
import { importsOf, isTestFile, listCode, readSource, resolveLocal, visit } from './source.mjs';

/**
 * @typedef {import('./report.mjs').Problem} Problem
 * @typedef {import('./source.mjs').Source} Source
 * @typedef {{ domain: string, key: string, shows: boolean }} Use
 */

const TAGS = /^lib\/(?!core\/)([^/]+)\/tags\.ts$/;
const MINT = 'lib/core/tags.ts';
/** What only names the type: who keeps pages, who drops them, what a manifest is. */
const KNOWS_THE_TYPE = ['lib/core/page-cache.ts', 'lib/core/db.ts', 'lib/accounts/command.ts'];
const READS = /\/queries\.ts$/;

/**
 * Pages are kept under tags, and a tag is one domain's. It alone makes it (`tags.ts`, a key of its manifest) and drops it; whoever shows
 * something of it says so in its queries. So who drops what follows from what is shown, and an act never lists the
 * pages of others. A tag that nothing shows, or nothing drops, is none.
 * @param {string} root
 * @returns {Problem[]}
 */
export function findProblems(root) {
  const sources = listCode(root, ['app', 'components', 'lib'])
    .filter((file) => !isTestFile(file) && !/^lib\/(?:testing|tooling)\//.test(file))
    .map((file) => readSource(root, file));
  const uses = sources.flatMap((source) => usesIn(root, source));
  return [
    ...sources.flatMap((source) => importProblems(root, source)),
    ...sources.flatMap((source) => idleProblems(source, uses)),
    ...readManifests(root).flatMap(({ name, file }) => unsaid(root, sources, name, file)),
  ];
}

/** @param {string} file */
const folderOf = (file) => /^lib\/([^/]+)\//.exec(file)?.[1] ?? '';

/**
 * Each import of a file with what it means in the repository.
 * @param {string} root
 * @param {Source} source
 */
const importedBy = (root, source) =>
  importsOf(source).map(({ specifier, line }) => ({
    line,
    target: resolveLocal(root, source.file, specifier) ?? '',
  }));

/**
 * @param {string} root
 * @param {Source} source
 * @returns {Problem[]}
 */
function importProblems(root, source) {
  const { file } = source;
  const found = importedBy(root, source).flatMap(({ target, line }) => {
    const message = wrongImport(file, target);
    return message ? [{ file, line, message }] : [];
  });
  const drops = /\bdropPages\b/.exec(READS.test(file) ? source.text : '');
  if (!drops) return found;
  return [...found, { file, line: source.lineAt(drops.index), message: 'a read drops no pages' }];
}

/** @param {string} file @param {string} target */
function wrongImport(file, target) {
  if (target === MINT && !TAGS.test(file) && !isManifest(file) && !KNOWS_THE_TYPE.includes(file))
    return 'makes a tag: they are made in the tags.ts of their domain';
  const owner = TAGS.exec(target)?.[1];
  if (owner === undefined || owner === folderOf(file)) return undefined;
  return READS.test(file)
    ? undefined
    : `drops tags of ${owner}: let whoever shows it show a tag of ${folderOf(file) || 'a domain'} in its queries`;
}

/** @param {string} file */
const isManifest = (file) => file === 'lib/manifest.ts';

/**
 * `FORUM_TAGS.sessions`, by the domain its `tags.ts` was imported from.
 * @param {string} root
 * @param {Source} source
 * @returns {Use[]}
 */
function usesIn(root, source) {
  const domains = importedBy(root, source).flatMap(({ target }) => TAGS.exec(target)?.[1] ?? []);
  /** @type {Use[]} */
  const uses = [];
  if (domains.length === 0) return uses;
  visit(source, ['MemberExpression'], (node) => {
    if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return;
    const [, name = ''] = /^([A-Z]+)_TAGS$/.exec(node.object.name) ?? [];
    const domain = domains.find((one) => one === name.toLowerCase());
    if (domain && node.property.type === 'Identifier')
      uses.push({ domain, key: node.property.name, shows: READS.test(source.file) });
  });
  return uses;
}

/**
 * @param {Source} source
 * @param {readonly Use[]} uses
 * @returns {Problem[]}
 */
function idleProblems(source, uses) {
  const domain = TAGS.exec(source.file)?.[1];
  /** @type {Problem[]} */
  const problems = [];
  if (domain === undefined) return problems;
  visit(source, ['Property'], (node) => {
    if (node.type !== 'Property' || node.key.type !== 'Identifier') return;
    const key = node.key.name;
    const [file, line] = [source.file, source.lineAt(node.start)];
    const of = uses.filter((use) => use.domain === domain && use.key === key);
    if (!of.some(({ shows }) => shows))
      problems.push({ file, line, message: `no page shows "${key}"` });
    if (!of.some(({ shows }) => !shows))
      problems.push({ file, line, message: `nothing drops "${key}"` });
  });
  return problems;
}

/**
 * @param {string} root
 * @param {readonly Source[]} sources
 * @param {string} name
 * @param {string} file of its manifest
 * @returns {Problem[]}
 */
function unsaid(root, sources, name, file) {
  const own = `lib/${name}/tags.ts`;
  const manifest = sources.find((source) => source.file === file);
  if (!manifest || !sources.some((source) => source.file === own)) return [];
  return importedBy(root, manifest).some(({ target }) => target === own)
    ? []
    : [{ file, line: 1, message: 'does not bring its tags.ts' }];
}

await runAsScript(import.meta.url, findProblems);
