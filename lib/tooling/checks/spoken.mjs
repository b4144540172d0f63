import { visit } from './source.mjs';
import { walk } from './walk.mjs';

/**
 * @typedef {import('./report.mjs').Problem} Problem
 * @typedef {import('./source.mjs').Source} Source
 * @typedef {import('./source.mjs').Node} Node
 */

const ACTIONS = /^app\/\[locale\]\/\((?:team|account)\)\/.+\/actions\.ts$/;

/** `saying(…)`, and paths whose pages say by a word of their own what was done. */
const SPEAKS =
  /\bsaying\(|\bsaved|(?:Saved|Deleted|Struck|Entered|Left|Proposed|Next|Photo|Moved|Back|CalledOff)\(/;

/** Said directly above an action whose next page needs no word, with the reason. */
const NEEDS_NONE = /^ No word: \S+ \S+/;

/**
 * Whoever did something in the office or with their own account comes to a page that says so: the same page without a word looks as if nothing
 * had happened, and is sent once more. An action that needs no word says why itself, directly above it.
 * @param {Source} source
 * @returns {Problem[]}
 */
export function silentProblems(source) {
  /** @type {Problem[]} */
  const problems = [];
  if (!ACTIONS.test(source.file)) return problems;
  visit(source, ['VariableDeclarator'], (node) => {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return;
    const { name } = node.id;
    const done = doneOf(node.init);
    if (!done) return;
    const message = wrong(SPEAKS.test(textOf(source, done)), needsNone(source, node.start));
    if (message)
      problems.push({
        ...{ file: source.file, line: source.lineAt(done.start) },
        message: `"${name}" ${message}`,
      });
  });
  return problems;
}

const PAGE = /^app\/\[locale\]\/.+\.tsx$/;

/**
 * A page that believes its address says that something was done to whoever was sent a link.
 * @param {Source} source
 * @returns {Problem[]}
 */
export function hearsayProblems(source) {
  if (!PAGE.test(source.file)) return [];
  return [...source.text.matchAll(/\bawait searchParams\b|\bsearchParams\.then\b/g)].map(
    ({ index }) => ({
      file: source.file,
      line: source.lineAt(index),
      message: 'a page believes whatever stands in its address: see believed()',
    }),
  );
}

/** @param {boolean} speaks @param {boolean} needsNone */
function wrong(speaks, needsNone) {
  if (speaks) return needsNone ? 'says what was done, so strike "No word"' : undefined;
  return needsNone
    ? undefined
    : 'leads to a page that does not say what was done: see saying(), or write "// No word: why" above it';
}

/** @param {Source} source @param {number} start of what is declared */
const needsNone = ({ comments, text }, start) =>
  comments.some(
    ({ value, end }) =>
      NEEDS_NONE.test(value) && /^\s*export const $/.test(text.slice(Math.min(end, start), start)),
  );

/** @param {Node | null} made @returns {Node | null} what a form action does at its end */
function doneOf(made) {
  if (made?.type !== 'CallExpression' || made.callee.type !== 'Identifier') return null;
  const [options] = made.arguments;
  if (made.callee.name !== 'defineFormAction' || options?.type !== 'ObjectExpression') return null;
  for (const property of options.properties)
    if (
      property.type === 'Property' &&
      property.key.type === 'Identifier' &&
      property.key.name === 'done'
    )
      return property.value;
  return null;
}

/** With the helpers of the same file it names. @param {Source} source @param {Node} done */
function textOf(source, done) {
  /** @type {string[]} */
  const names = [];
  walk(done, (node) => {
    if (node.type === 'Identifier') names.push(node.name);
  });
  const helpers = names.map(
    (name) => new RegExp(`^const ${name} =[\\s\\S]*?;$`, 'm').exec(source.text)?.[0] ?? '',
  );
  return source.text.slice(done.start, done.end) + helpers.join('\n');
}
