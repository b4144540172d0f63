import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import { directionsOf } from '../dependency-cruiser.config.mjs';
import { arrowProblems, domainsOf, readManifests } from './arrows.mjs';
import { runAsScript } from './report.mjs';
import { importsOf, listCode, listFiles, readSource, resolveLocal } from './source.mjs';

/** @typedef {import('./report.mjs').Problem} Problem */

const ROOT_FILES = ['instrumentation.ts', 'proxy.ts'];
const CODE_ENDING = /\.(?:[cm]?[jt]s|[jt]sx)$/;

/**
 * Runs the rules of `dependency-cruiser.config.mjs`.
 *
 * dependency-cruiser parses TypeScript through the compiler's API, which TypeScript 7 does not
 * have, or with swc, which it never tells that a file is TSX. So it is shown a mirror of the tree: each file reduced to its imports, type-only ones
 * included, with `@/` already resolved. It decides about directions and cycles as always.
 * @param {string} root
 * @returns {Promise<Problem[]>}
 */
export async function findProblems(root) {
  const files = productFiles(root);
  const manifests = readManifests(root);
  const rules = directionsOf({
    domains: domainsOf(root),
    readsOf: (name) => manifests.find((said) => said.name === name)?.reads ?? [],
  });
  const mirror = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'directions-')));
  try {
    const lines = buildMirror(root, mirror, files);
    const { output } = await cruise(['.'], {
      baseDir: mirror,
      validate: true,
      ruleSet: { forbidden: rules },
    });
    if (typeof output === 'string') throw new Error(output);
    return [
      ...arrowProblems(root),
      ...output.summary.violations.map((violation) => asProblem(violation, lines, rules)),
    ];
  } finally {
    rmSync(mirror, { recursive: true, force: true });
  }
}

/**
 * A manifest imports what its domain brings only when somebody needs it, so that the list of all domains can
 * be read by what they are made of. That it names its own files only is a rule of its own.
 * @param {string} file
 */
const isManifest = (file) => /^lib\/[^/]+\/domain\.ts$/.test(file);

/** @param {string} root */
function productFiles(root) {
  const atRoot = listFiles(root).filter((file) => ROOT_FILES.includes(file));
  return [...atRoot, ...listCode(root)].filter((file) => !/\.(?:test|spec)\./.test(file));
}

/** The name a file has in the mirror: every TypeScript ending becomes `.js`. */
const mirrorName = (/** @type {string} */ file) => file.replace(/\.(?:d\.ts|[jt]sx?)$/, '.js');

/**
 * @param {string} root
 * @param {string} mirror
 * @param {string[]} files
 * @returns {Map<string, { file: string, line: number }>} where each import stands, by "from to"
 */
function buildMirror(root, mirror, files) {
  writeInMirror(mirror, 'package.json', '{ "type": "module" }');
  const written = new Set(files.map(mirrorName));
  /** @type {Map<string, { file: string, line: number }>} */
  const lines = new Map();
  for (const file of files) {
    const imports = importsOf(readSource(root, file), { lazy: !isManifest(file) }).map(
      ({ specifier, line }) => {
        const local = resolveLocal(root, file, specifier);
        return { target: local === null ? specifier : targetName(local), local, line };
      },
    );
    for (const { target, local, line } of imports) {
      lines.set(`${mirrorName(file)} ${target}`, { file, line });
      // Generated code, style sheets and data are no code of ours but may be forbidden to import.
      if (local !== null && !written.has(target)) writeInMirror(mirror, target, '');
    }
    const text = imports.map((found) => importLine(file, found)).join('');
    writeInMirror(mirror, mirrorName(file), text);
    lines.set(mirrorName(file), { file, line: 1 });
  }
  return lines;
}

/** @param {string} local */
const targetName = (local) =>
  CODE_ENDING.test(local) || path.posix.extname(local) === ''
    ? mirrorName(path.posix.extname(local) === '' ? `${local}.js` : local)
    : local;

/**
 * @param {string} importer
 * @param {{ target: string, local: string | null }} found
 */
function importLine(importer, { target, local }) {
  const relative = path.posix.relative(path.posix.dirname(importer), target);
  return `import ${JSON.stringify(local === null ? target : `./${relative}`)};\n`;
}

/**
 * @param {string} mirror
 * @param {string} file
 * @param {string} text
 */
function writeInMirror(mirror, file, text) {
  const absolute = path.join(mirror, file);
  mkdirSync(path.dirname(absolute), { recursive: true });
  writeFileSync(absolute, text);
}

/**
 * @param {import('dependency-cruiser').IViolation} violation
 * @param {Map<string, { file: string, line: number }>} lines
 * @param {import('dependency-cruiser').IForbiddenRuleType[]} rules
 * @returns {Problem}
 */
function asProblem({ from, to, rule, cycle }, lines, rules) {
  const place = lines.get(`${from} ${to}`) ?? lines.get(from) ?? { file: from, line: 1 };
  const comment = rules.find(({ name }) => name === rule.name)?.comment ?? '';
  const way = cycle ? cycle.map((step) => step.name).join(' → ') : to;
  return { ...place, message: `imports ${way} (${rule.name}: ${comment})` };
}

await runAsScript(import.meta.url, findProblems);
