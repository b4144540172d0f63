import { lineCounter, visit } from './source.mjs';
import { timeProblems } from './time-habits.mjs';

/**
 * @typedef {import('./report.mjs').Problem} Problem
 * @typedef {import('./source.mjs').Source} Source
 * @typedef {import('./source.mjs').Node} Node
 * @typedef {import('./source.mjs').Comment} Comment
 * @typedef {{ pattern: RegExp, message: string }} Habit
 */

/** @type {Habit[]} */
const IN_COMMENTS = [
  { pattern: /@ts-ignore|@ts-nocheck/, message: 'silences the compiler without end' },
  { pattern: /@ts-expect-error(?!:? \S+ \S+)/, message: '@ts-expect-error without a reason' },
  { pattern: /biome-ignore[\w-]*(?! [\w/-]+: \S+ \S+)/, message: 'biome-ignore without a reason' },
  { pattern: /biome-ignore-all|eslint-disable/, message: 'silences a check for a whole file' },
  {
    pattern: /\b(?:TODO|FIXME|XXX|HACK)\b(?!\W*#\d)/,
    message: 'a note without an issue (#number)',
  },
  { pattern: /\{[^}]*\bany\b[^}]*\}\s+\w|\{\*\}/, message: 'the type any in a comment' },
];

const FORBIDDEN_NAMES = new Map([
  ['waitForTimeout', 'waits a fixed time: wait for what should appear'],
  ['$queryRawUnsafe', 'builds SQL from strings'],
  ['$executeRawUnsafe', 'builds SQL from strings'],
  ['dangerouslySetInnerHTML', 'builds markup from strings'],
]);

const TEST_ROOTS = new Set(['test', 'it', 'describe', 'suite']);
const NOT_RUN = new Set(['skip', 'only', 'todo', 'fixme', 'skipIf', 'runIf', 'fails']);

/** What lies on one machine or belongs to one network has no business in the project. */
const TRACES = /(?<![\w.~)\]}*-])\/(?:work|root|tmp\/team)\/|registry[.]npmjs/g;

/**
 * What is never done, whatever the reason.
 * @param {Source} source
 * @returns {Problem[]}
 */
export function habitProblems(source) {
  return [
    ...commentProblems(source),
    ...codeProblems(source),
    ...dateProblems(source),
    ...timeProblems(source),
  ];
}

/** A day that is still to come, or just over, is neither for long. */
const WRITTEN_DATE = /\b20(?:2[6-9]|[3-9]\d)-(?:0[1-9]|1[0-2])\b/;

/**
 * Journeys and guards run against the real clock, so they reckon their dates.
 * @param {Source} source
 */
function dateProblems(source) {
  const { file, lineAt } = source;
  /** @type {Problem[]} */
  const problems = [];
  if (!file.startsWith('e2e/')) return problems;
  visit(source, ['Literal', 'TemplateElement'], (node) => {
    const text = node.type === 'Literal' ? node.value : null;
    const raw = node.type === 'TemplateElement' ? node.value.raw : null;
    if (WRITTEN_DATE.test(String(text ?? raw ?? '')))
      problems.push({ file, line: lineAt(node.start), message: 'a written date: see e2e/days.ts' });
  });
  return problems;
}

/** @param {Source} source */
function commentProblems({ file, comments, lineAt }) {
  return comments.flatMap(({ type, value, start }) =>
    IN_COMMENTS.flatMap(({ pattern, message }) => {
      const found = pattern.exec(value);
      // Braces are types only in documentation comments.
      if (!found || (message.startsWith('the type') && !(type === 'Block' && value[0] === '*'))) {
        return [];
      }
      return [{ file, line: lineAt(start + 2 + found.index), message }];
    }),
  );
}

/** @param {Source} source */
function codeProblems(source) {
  const { file, lineAt } = source;
  /** @type {Problem[]} */
  const problems = [];
  visit(source, ['TSAnyKeyword', 'Identifier', 'JSXIdentifier', 'MemberExpression'], (node) => {
    const message = breach(node);
    if (message) problems.push({ file, line: lineAt(node.start), message });
  });
  return problems;
}

/**
 * @param {Node} node
 * @returns {string | undefined}
 */
function breach(node) {
  if (node.type === 'TSAnyKeyword') return 'the type any';
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') {
    const why = FORBIDDEN_NAMES.get(node.name);
    return why && `${node.name} ${why}`;
  }
  if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier') return undefined;
  const { name } = node.property;
  const first = firstName(node.object);
  if (NOT_RUN.has(name) && TEST_ROOTS.has(first)) return `${first}.${name}: every test runs`;
  if (name === 'raw' && first === 'Prisma') return 'Prisma.raw builds SQL from strings';
  return undefined;
}

/**
 * `test` of `test.describe.parallel`
 * @param {Node} node
 * @returns {string}
 */
function firstName(node) {
  if (node.type === 'MemberExpression') return firstName(node.object);
  return node.type === 'Identifier' ? node.name : '';
}

/**
 * @param {string} file
 * @param {string} text
 * @returns {Problem[]}
 */
export function traceProblems(file, text) {
  const lineAt = lineCounter(text);
  return [...text.matchAll(TRACES)].map((found) => ({
    file,
    line: lineAt(found.index),
    message: `"${found[0]}" is a trace of one machine`,
  }));
}
