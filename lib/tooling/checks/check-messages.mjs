import { readFileSync } from 'node:fs';
import path from 'node:path';
import { numberProblems, parseMessage, shapeOf } from './icu.mjs';
import { usageProblems } from './message-usage.mjs';
import { languageProblems } from './message-words.mjs';
import { runAsScript } from './report.mjs';
import { listFiles } from './source.mjs';

/**
 * @typedef {import('./report.mjs').Problem} Problem
 * @typedef {import('./message-words.mjs').Message} Message
 * @typedef {Map<string, Message>} Catalogue by full key
 */

/** `lib/<domain>/words/<locale>/<namespace>.json` */
const FOLDER = 'lib/<domain>/words';
const LOCALES = ['de', 'de-LS', 'en'];
const MOST_LINES = 300;

/**
 * Compares the catalogues with each other and with the code: same keys, values, choices and tags in
 * each language, nothing missing, nothing unused, and words the neighbours understand.
 * @param {string} root
 * @returns {Problem[]}
 */
export function findProblems(root) {
  /** @type {Problem[]} */
  const problems = [];
  const catalogues = LOCALES.map((locale) => readCatalogue(root, locale, problems));
  const [german = new Map()] = catalogues;
  for (const catalogue of catalogues.slice(1)) {
    problems.push(...differences(german, catalogue), ...differences(catalogue, german));
  }
  const messages = catalogues.flatMap((catalogue) => [...catalogue.values()]);
  return [
    ...problems,
    ...shapeProblems(german, catalogues),
    ...LOCALES.flatMap((locale, index) =>
      [...(catalogues[index] ?? new Map()).values()].flatMap((one) =>
        languageProblems(locale, one),
      ),
    ),
    ...usageProblems(root, german),
    ...(messages.length === 0 ? [{ file: FOLDER, line: 1, message: 'there are no messages' }] : []),
  ];
}

/**
 * @param {string} file
 * @param {string} locale
 */
const isWords = (file, locale) =>
  /^lib\/[a-z0-9]+\/words\//.test(file) && file.split('/')[3] === locale;

/**
 * @param {string} root
 * @param {string} locale
 * @param {Problem[]} problems what is wrong with the files themselves is added here
 * @returns {Catalogue}
 */
function readCatalogue(root, locale, problems) {
  /** @type {Catalogue} */
  const catalogue = new Map();
  for (const file of listFiles(root, 'lib').filter((name) => isWords(name, locale))) {
    const text = readFileSync(path.join(root, file), 'utf8');
    const lines = text.trimEnd().split('\n');
    if (lines.length > MOST_LINES) {
      problems.push({ file, line: MOST_LINES + 1, message: `has more than ${MOST_LINES} lines` });
    }
    const namespace = path.posix.basename(file, '.json');
    for (const [key, value] of flatten(JSON.parse(text), namespace)) {
      catalogue.set(key, { key, text: value, file, line: lineOf(lines, key, value) });
    }
  }
  return catalogue;
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {[string, string][]}
 */
function flatten(value, key) {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) return [[key, '']];
  return Object.entries(value).flatMap(([name, inner]) => flatten(inner, `${key}.${name}`));
}

/**
 * @param {string[]} lines
 * @param {string} key
 * @param {string} value
 */
function lineOf(lines, key, value) {
  const entry = `${JSON.stringify(key.split('.').at(-1))}: ${JSON.stringify(value)}`;
  return (
    Math.max(
      lines.findIndex((line) => line.includes(entry)),
      0,
    ) + 1
  );
}

/**
 * @param {Catalogue} one
 * @param {Catalogue} other
 */
function differences(one, other) {
  const locale = [...other.values()][0]?.file.split('/').at(-2) ?? 'another language';
  return [...one.values()]
    .filter(({ key }) => !other.has(key))
    .map(({ key, file, line }) => ({ file, line, message: `"${key}" is missing in ${locale}` }));
}

/**
 * @param {Catalogue} german
 * @param {Catalogue[]} catalogues
 */
function shapeProblems(german, catalogues) {
  return catalogues.flatMap((catalogue, index) =>
    [...catalogue.values()].flatMap(({ key, text, file, line }) => {
      const read = readMessage(text, LOCALES[index] ?? 'de');
      const expected = readMessage(german.get(key)?.text ?? text, 'de');
      return [...read.problems, ...differentShape(read.shape, expected.shape)].map((message) => ({
        file,
        line,
        message: `"${key}" ${message}`,
      }));
    }),
  );
}

/**
 * @param {string[] | null} shape
 * @param {string[] | null} german null when that message is not valid, which is said of it alone
 */
function differentShape(shape, german) {
  if (!(shape && german)) return [];
  const more = shape.filter((part) => !german.includes(part));
  const less = german.filter((part) => !shape.includes(part));
  if (more.length + less.length === 0) return [];
  return [`has ${more.join(' ') || 'nothing'} where de has ${less.join(' ') || 'nothing'}`];
}

/**
 * @param {string} text
 * @param {string} locale
 */
function readMessage(text, locale) {
  try {
    const elements = parseMessage(text);
    return { shape: shapeOf(elements), problems: numberProblems(elements, locale) };
  } catch (error) {
    return {
      shape: null,
      problems: [`is not valid: ${error instanceof Error ? error.message : error}`],
    };
  }
}

await runAsScript(import.meta.url, findProblems);
