/**
 * @typedef {import('./source.mjs').Source} Source
 * @typedef {import('./source.mjs').Node} Node
 * @typedef {import('oxc-parser').Function | import('oxc-parser').ArrowFunctionExpression} Func
 * @typedef {{ name: string, node: Node | null, at: number }} Exported `node` is null for a re-export
 */

/**
 * The values a file exports; types do nothing and are left out.
 * @param {Source} source
 * @returns {Exported[]}
 */
export function exportsOf({ program }) {
  return program.body.flatMap((statement) => {
    if (statement.type === 'ExportAllDeclaration') {
      return [{ name: '*', node: null, at: statement.start }];
    }
    if (statement.type === 'ExportDefaultDeclaration') {
      return [{ name: 'default', node: statement.declaration, at: statement.start }];
    }
    if (statement.type !== 'ExportNamedDeclaration' || statement.exportKind === 'type') return [];
    return [...declared(statement.declaration), ...listed(program, statement)];
  });
}

/**
 * @param {import('oxc-parser').Declaration | null} declaration
 * @returns {Exported[]}
 */
function declared(declaration) {
  if (declaration?.type === 'VariableDeclaration') {
    return declaration.declarations.map(({ id, init, start }) => ({
      name: id.type === 'Identifier' ? id.name : '(pattern)',
      node: init,
      at: start,
    }));
  }
  if (declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration') {
    return [{ name: declaration.id?.name ?? '', node: declaration, at: declaration.start }];
  }
  return [];
}

/**
 * `export { a, b }`: looks the names up among the file's own declarations.
 * @param {import('oxc-parser').Program} program
 * @param {import('oxc-parser').ExportNamedDeclaration} statement
 * @returns {Exported[]}
 */
function listed(program, { specifiers, source }) {
  const own = program.body.flatMap((node) =>
    declared(/** @type {import('oxc-parser').Declaration} */ (node)),
  );
  return specifiers
    .filter((specifier) => specifier.exportKind !== 'type')
    .map(({ local, start }) => {
      const name = 'name' in local ? local.name : local.value;
      const found = source ? undefined : own.find((one) => one.name === name);
      return { name, node: found?.node ?? null, at: start };
    });
}

/** @param {Node} node */
export function isPlainValue(node) {
  const value = unwrapped(node);
  return ['Literal', 'ObjectExpression', 'ArrayExpression', 'TemplateLiteral'].includes(value.type);
}

/**
 * @param {Node} node
 * @returns {Node}
 */
function unwrapped(node) {
  return node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression'
    ? unwrapped(node.expression)
    : node;
}

/**
 * The function behind an export, also inside a wrapper such as `cache(async (viewer) => …)`.
 * @param {Node} node
 * @returns {Func | undefined}
 */
export function functionOf(node) {
  const value = unwrapped(node);
  if (isFunction(value)) return value;
  if (value.type !== 'CallExpression') return undefined;
  return value.arguments.map(unwrapped).find(isFunction);
}

/**
 * @param {Node} node
 * @returns {node is Func}
 */
export const isFunction = (node) =>
  ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type);
