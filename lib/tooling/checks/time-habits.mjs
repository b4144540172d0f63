import { DAY_SECONDS } from '../../core/day.mjs';
import { walk } from './walk.mjs';

/**
 * @typedef {import('./report.mjs').Problem} Problem
 * @typedef {import('./source.mjs').Source} Source
 * @typedef {import('./source.mjs').Node} Node
 */

/** Where each is said once. */
const ROOMS = new Set(['lib/core/day.mjs', 'lib/core/env-value.mjs']);
const TEST = /\.(?:test|spec)\.[cm]?[jt]sx?$/;

const ZONE = /\b(?:Europe|Atlantic|Africa|America|Asia)\/[A-Z][a-z]+/;
const MIDNIGHT = /T00:00:00(?:\.000)?Z/;
const HOURS = /^HOURS?(?:_MS)?$/;

/**
 * The office's zone and the length of a day are said once. What a test looks at may be a zone of its own.
 * @param {Source} source
 * @returns {Problem[]}
 */
export function timeProblems({ file, program, lineAt }) {
  if (ROOMS.has(file)) return [];
  /** @type {Problem[]} */
  const problems = [];
  walk(program, (node, parents) => {
    const message = isFactor(parents.at(-1)) ? undefined : breach(node, TEST.test(file));
    if (message) problems.push({ file, line: lineAt(node.start), message });
  });
  return problems;
}

/** @param {Node} node @param {boolean} isTest */
function breach(node, isTest) {
  if (isDay(node)) return "a day's length: see lib/core/day.mjs";
  const text = textOf(node);
  if (isTest || text === null) return undefined;
  if (ZONE.test(text)) return 'a time zone: see lib/core/office-time.ts';
  return MIDNIGHT.test(text) ? 'a day without time: see dayColumn in lib/core/day.mjs' : undefined;
}

/** @param {Node | undefined} node */
const isFactor = (node) => node?.type === 'BinaryExpression' && node.operator === '*';

/** @param {Node} node @returns {string | null} */
function textOf(node) {
  if (node.type === 'TemplateElement') return node.value.raw;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

/** Whether numbers multiplied, or one alone, are whole days in seconds or milliseconds. @param {Node} node */
function isDay(node) {
  const factors = factorsOf(node);
  const numbers = factors.flatMap((one) =>
    one.type === 'Literal' && typeof one.value === 'number' ? [one.value] : [],
  );
  const byHours = factors.some((one) => one.type === 'Identifier' && HOURS.test(one.name));
  if (byHours && numbers.includes(24)) return true;
  const product = numbers.reduce((result, one) => result * one, 1);
  return product !== 0 && product % DAY_SECONDS === 0;
}

/** @param {Node} node @returns {Node[]} */
function factorsOf(node) {
  if (node.type === 'ParenthesizedExpression') return factorsOf(node.expression);
  return isFactor(node) && node.type === 'BinaryExpression'
    ? [...factorsOf(node.left), ...factorsOf(node.right)]
    : [node];
}
