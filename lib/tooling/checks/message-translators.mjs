import { visit } from './source.mjs';

/**
 * @typedef {import('./source.mjs').Source} Source
 * @typedef {import('./source.mjs').Node} Node
 * @typedef {import('oxc-parser').CallExpression} Call
 * @typedef {{ name: string, namespace: string, start: number, end: number }} Translator
 */

const MAKERS = new Set(['getTranslations', 'useTranslations', 'createTranslator']);
/** @type {Node['type'][]} */
const SCOPES = [
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'BlockStatement',
];

/**
 * The variables that hold a translator, each with the stretch of code it is known in.
 * @param {Source} source
 */
export function translatorsOf(source) {
  /** @type {Translator[]} */
  const found = [];
  /** @type {Node[]} */
  const scopes = [];
  visit(
    source,
    ['VariableDeclarator', ...SCOPES],
    (node) => {
      if (node.type !== 'VariableDeclarator') scopes.push(node);
      else found.push(...translatorsIn(node, scopes.at(-1) ?? source.program));
    },
    (node) => {
      if (node === scopes.at(-1)) scopes.pop();
    },
  );
  return found;
}

/**
 * @param {import('oxc-parser').VariableDeclarator} declarator
 * @param {Node} scope
 */
function translatorsIn({ id, init }, { start, end }) {
  const namespaces = namespacesOf(init);
  return boundNames(id).flatMap((name, index) => {
    const namespace = namespaces[index] ?? null;
    return namespace === null ? [] : [{ name, namespace, start, end }];
  });
}

/**
 * `(key, …) => sentence(locale, `a.b.${key}`, …)` is a translator for `a.b`.
 * @param {Node | null | undefined} init
 * @returns {string | null}
 */
function wrappedNamespace(init) {
  if (init?.type !== 'ArrowFunctionExpression' || init.body.type !== 'CallExpression') return null;
  const [parameter] = init.params;
  for (const argument of init.body.arguments) {
    if (argument.type !== 'TemplateLiteral') continue;
    const [beginning, end] = argument.quasis.map(({ value }) => value.cooked ?? '');
    const [inner] = argument.expressions;
    const isKey = inner?.type === 'Identifier' && parameter?.type === 'Identifier';
    if (isKey && inner.name === parameter.name && end === '' && beginning?.endsWith('.')) {
      return beginning.slice(0, -1);
    }
  }
  return null;
}

/**
 * The namespaces of the translators a value is made of: one of `await getTranslations('a')`,
 * several of `Promise.all([…])`, where null stands for an element that is something else.
 * @param {Node | null | undefined} init
 * @returns {(string | null)[]}
 */
function namespacesOf(init) {
  if (init?.type === 'AwaitExpression') return namespacesOf(init.argument);
  if (init?.type !== 'CallExpression') return [wrappedNamespace(init)];
  const { callee } = init;
  if (callee.type === 'Identifier' && MAKERS.has(callee.name)) return [namespaceOf(init)];
  const [list] = init.arguments;
  if (list?.type !== 'ArrayExpression') return [];
  return list.elements.map((element) => namespacesOf(element)[0] ?? null);
}

/**
 * @param {import('oxc-parser').BindingPattern} id
 * @returns {string[]}
 */
function boundNames(id) {
  if (id.type === 'Identifier') return [id.name];
  if (id.type !== 'ArrayPattern') return [];
  return id.elements.map((element) => (element?.type === 'Identifier' ? element.name : ''));
}

/** @param {Call} call */
function namespaceOf(call) {
  const [first] = call.arguments;
  if (first?.type === 'Literal') return String(first.value);
  if (first?.type !== 'ObjectExpression') return '';
  const given = first.properties.find(
    (property) =>
      property.type === 'Property' &&
      property.key.type === 'Identifier' &&
      property.key.name === 'namespace',
  );
  return given?.type === 'Property' && given.value.type === 'Literal'
    ? String(given.value.value)
    : '';
}
