import { translatorsOf } from './message-translators.mjs';
import { visit } from './source.mjs';

/**
 * @typedef {import('./source.mjs').Source} Source
 * @typedef {import('./source.mjs').Node} Node
 * @typedef {import('oxc-parser').CallExpression} Call
 * @typedef {{ key: string, line: number, how: 'asked' | 'given' | 'written' }} KeyUse
 *   asked: of a translator made here, so the key must exist;
 *   given: of a translator that came as an argument, so its namespace is not known;
 *   written: a string that looks like a full key
 * @typedef {{ keys: KeyUse[], patterns: KeyUse[], unexplained: number[] }} Uses
 * @typedef {import('./message-translators.mjs').Translator} Translator
 */

/** What a translator is called that comes as an argument. */
const GIVEN = new Set(['t', 'say', 'translate']);
const METHODS = new Set(['rich', 'markup', 'raw', 'has']);
const LOOKS_LIKE_KEY = /^[a-z][\w-]*(?:\.[\w-]+)*\.(?:[\w-]+|\*)(?:\|.*)?$/i;

/**
 * Finds the catalogue keys a file uses: calls of translators, full keys in string literals (zod
 * messages, refusals), templates with a fixed beginning, and the comment `// messages: ns.key.*`
 * for what no reader of code could know. `// messages: given` says that callers name the key.
 * @param {Source} source
 * @returns {Uses}
 */
export function usesOf(source) {
  const translators = translatorsOf(source);
  const explained = explanations(source);
  /** @type {Uses} */
  const uses = {
    keys: [],
    patterns: explained.filter(({ key }) => key !== 'given'),
    unexplained: [],
  };
  visit(source, ['CallExpression', 'Literal', 'TemplateLiteral'], (node) => {
    if (node.type === 'CallExpression') addCall(source, translators, node, uses);
    else addLiteral(source, node, uses);
  });
  return explained.length > 0 ? { ...uses, unexplained: [] } : uses;
}

/**
 * @param {Source} source
 * @returns {KeyUse[]}
 */
function explanations({ comments, lineAt }) {
  return comments.flatMap(({ value, start }) => {
    const found = /^\W*messages: (.+?)\s*$/m.exec(value)?.[1];
    const keys = found ? found.split(/[\s,]+/) : [];
    return keys.map((key) => ({ key, line: lineAt(start), how: /** @type {const} */ ('asked') }));
  });
}

/**
 * @param {Source} source
 * @param {Translator[]} translators
 * @param {Call} call
 * @param {Uses} uses
 */
function addCall({ lineAt }, translators, call, uses) {
  const name = calledName(call);
  const translator = nearest(translators, name, call);
  const [argument] = call.arguments;
  if (!argument || !(translator || GIVEN.has(name))) return;
  const line = lineAt(call.start);
  for (const value of possibleValues(argument)) {
    if (value === null) uses.unexplained.push(line);
    else
      addKey(uses, { key: fullKey(translator, value), line, how: translator ? 'asked' : 'given' });
  }
}

/**
 * @param {Uses} uses
 * @param {KeyUse} use
 */
function addKey(uses, use) {
  if (use.key.endsWith('*')) uses.patterns.push(use);
  else uses.keys.push(use);
}

/**
 * @param {Translator | undefined} translator without one any namespace may be meant
 * @param {string} value
 */
function fullKey(translator, value) {
  if (!translator && value.endsWith('*')) return `*.${value}`;
  return !translator?.namespace ? value : `${translator.namespace}.${value}`;
}

/**
 * The translator a name means at a call: the innermost one whose stretch of code holds the call.
 * @param {Translator[]} translators
 * @param {string} name
 * @param {Call} call
 */
const nearest = (translators, name, call) =>
  translators
    .filter((one) => one.name === name && one.start <= call.start && call.end <= one.end)
    .sort((a, b) => b.start - a.start)[0];

/** @param {Call} call */
function calledName({ callee }) {
  if (callee.type === 'Identifier') return callee.name;
  const isMethod =
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    METHODS.has(callee.property.name);
  return isMethod && callee.object.type === 'Identifier' ? callee.object.name : '';
}

/**
 * The keys an argument can be: literals, both sides of a choice, `beginning.*` of a template;
 * null for what only running the code would tell.
 * @param {Node} node
 * @returns {(string | null)[]}
 */
function possibleValues(node) {
  if (node.type === 'Literal') return [typeof node.value === 'string' ? node.value : null];
  if (node.type === 'ConditionalExpression') {
    return [...possibleValues(node.consequent), ...possibleValues(node.alternate)];
  }
  if (node.type === 'TSAsExpression') return possibleValues(node.expression);
  if (node.type === 'TemplateLiteral') return [templateKey(node)];
  return [null];
}

/** @param {import('oxc-parser').TemplateLiteral} template */
function templateKey({ quasis, expressions }) {
  const beginning = quasis[0]?.value.cooked ?? '';
  if (expressions.length === 0) return beginning;
  return beginning.endsWith('.') ? `${beginning}*` : null;
}

/**
 * @param {Source} source
 * @param {Node} node
 * @param {Uses} uses
 */
function addLiteral({ lineAt }, node, uses) {
  const value = writtenKey(node);
  if (!LOOKS_LIKE_KEY.test(value)) return;
  // zod messages carry parameters behind the key: `proposals.error.titleTooLong|max=80`.
  addKey(uses, { key: value.split('|')[0] ?? '', line: lineAt(node.start), how: 'written' });
}

/** @param {Node} node */
function writtenKey(node) {
  if (node.type === 'TemplateLiteral') return templateKey(node) ?? '';
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : '';
}
