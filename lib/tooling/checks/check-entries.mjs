import { exportsOf, functionOf, isPlainValue } from './exports.mjs';
import { runAsScript } from './report.mjs';
import { importsOf, isTestFile, listCode, readSource, resolveLocal, visit } from './source.mjs';

/**
 * @typedef {import('./report.mjs').Problem} Problem
 * @typedef {import('./source.mjs').Source} Source
 * @typedef {import('./source.mjs').Node} Node
 * @typedef {import('./exports.mjs').Func} Func
 */

/** Who can act; only `lib/accounts/actor.ts` makes one. */
const AUTHORITIES = new Set(['Actor', 'Guest', 'Viewer', 'Visitor', 'System']);

const DATA_LAYER = /^lib\/.+\/(?:queries|commands)\.ts$/;
const ACTIONS = /^app\/(?:.+\/)?actions\.ts$/;
const DATABASE = /^(?:lib\/core\/db(?:\.|$)|prisma\/)|^(?:pg|@prisma\/.+)$/;

/**
 * Every way into the data and into the server says who acts: exported functions of queries.ts and
 * commands.ts take the authority first, files of actions export only `defineFormAction(…)`.
 * @param {string} root
 * @returns {Problem[]}
 */
export function findProblems(root) {
  return listCode(root, ['app', 'components', 'lib'])
    .filter((file) => !isTestFile(file) && !file.startsWith('lib/tooling/'))
    .flatMap((file) => {
      const source = readSource(root, file);
      return [
        ...(DATA_LAYER.test(file) ? authorityProblems(root, source) : []),
        ...actionProblems(root, source),
        ...routeProblems(source),
        ...(file.startsWith('app/') ? databaseProblems(root, source) : []),
      ];
    });
}

/**
 * @param {Source} source
 * @param {number} at offset
 * @param {string} message
 * @returns {Problem}
 */
const problemAt = ({ file, lineAt }, at, message) => ({ file, line: lineAt(at), message });

/**
 * The names a file takes from lib/accounts: an authority or a guard of one's own making is none.
 * @param {string} root
 * @param {Source} source
 */
function namesFromAccounts(root, { file, module }) {
  return new Set(
    module.staticImports
      .filter(({ moduleRequest }) =>
        resolveLocal(root, file, moduleRequest.value)?.startsWith('lib/accounts/'),
      )
      .flatMap(({ entries }) => entries.map(({ localName }) => localName.value)),
  );
}

/**
 * @param {string} root
 * @param {Source} source
 */
function authorityProblems(root, source) {
  const known = namesFromAccounts(root, source);
  return exportsOf(source).flatMap(({ name, node, at }) => {
    if (node === null) {
      return [problemAt(source, at, `"${name}" is re-exported: an entry is written where it is`)];
    }
    if (isPlainValue(node) || isGated(node, known)) return [];
    const entry = functionOf(node);
    if (!entry) {
      return [problemAt(source, at, `"${name}" hides its first parameter: write it as a function`)];
    }
    return takesAuthority(entry, known)
      ? []
      : [problemAt(source, at, `"${name}" does not take ${[...AUTHORITIES].join(', ')} first`)];
  });
}

/** Made by these an entry asks for its right itself. */
const GATES = new Set(['command', 'reading']);

/**
 * @param {Node} node
 * @param {Set<string>} known
 */
const isGated = (node, known) =>
  node.type === 'CallExpression' &&
  node.callee.type === 'Identifier' &&
  GATES.has(node.callee.name) &&
  known.has(node.callee.name);

/**
 * @param {Func} entry
 * @param {Set<string>} known
 */
function takesAuthority({ params: [first] }, known) {
  const annotation = first && 'typeAnnotation' in first ? first.typeAnnotation : null;
  if (!annotation) return false;
  const type = annotation.typeAnnotation;
  return (type.type === 'TSUnionType' ? type.types : [type]).every(
    (one) =>
      one.type === 'TSTypeReference' &&
      one.typeName.type === 'Identifier' &&
      AUTHORITIES.has(one.typeName.name) &&
      known.has(one.typeName.name),
  );
}

/**
 * @param {string} root
 * @param {Source} source
 */
function actionProblems(root, source) {
  const { file, program } = source;
  const directive = program.body.find(isUseServer);
  const inner = innerDirectives(source);
  if (directive && !ACTIONS.test(file)) {
    return [problemAt(source, directive.start, "'use server' belongs into app/**/actions.ts")];
  }
  if (!ACTIONS.test(file)) return inner;
  if (!directive) return [problemAt(source, 0, "actions.ts starts with 'use server'")];
  const guarded = namesFromAccounts(root, source).has('defineFormAction');
  return [
    ...inner,
    ...exportsOf(source)
      .filter(({ node }) => !guarded || !isDefinedAction(node))
      .map(({ name, at }) =>
        problemAt(source, at, `"${name}" is not made by defineFormAction(…): it has no guard`),
      ),
  ];
}

/** @param {Node} node */
const isUseServer = (node) =>
  node.type === 'ExpressionStatement' &&
  node.expression.type === 'Literal' &&
  node.expression.value === 'use server';

/** @param {Source} source */
function innerDirectives(source) {
  /** @type {Problem[]} */
  const problems = [];
  if (!source.text.includes('use server')) return problems;
  const outermost = new Set(/** @type {Node[]} */ (source.program.body));
  visit(source, ['ExpressionStatement'], (node) => {
    if (isUseServer(node) && !outermost.has(node)) {
      problems.push(problemAt(source, node.start, "'use server' inside a function has no guard"));
    }
  });
  return problems;
}

/** @param {Node | null} node */
const isDefinedAction = (node) =>
  node?.type === 'CallExpression' &&
  node.callee.type === 'Identifier' &&
  node.callee.name === 'defineFormAction';

/** @param {Source} source */
function routeProblems({ file }) {
  return /(?:^|\/)route\.tsx?$/.test(file) && !file.startsWith('app/api/')
    ? [{ file, line: 1, message: 'route handlers are for machines: they lie in app/api' }]
    : [];
}

/**
 * @param {string} root
 * @param {Source} source
 */
function databaseProblems(root, source) {
  return importsOf(source)
    .filter(({ specifier }) =>
      DATABASE.test(resolveLocal(root, source.file, specifier) ?? specifier),
    )
    .map(({ specifier, line }) => ({
      file: source.file,
      line,
      message: `imports ${specifier}: a route reads through queries and writes through commands`,
    }));
}

await runAsScript(import.meta.url, findProblems);
