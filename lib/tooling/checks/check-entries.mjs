import { AUTHORITIES, findIdleAuthorities, isAuthority, namesFromAccounts } from './authority.mjs';
import { exportsOf, functionOf, isPlainValue } from './exports.mjs';
import { runAsScript } from './report.mjs';
import { importsOf, isTestFile, listCode, readSource, resolveLocal, visit } from './source.mjs';
import { hearsayProblems, silentProblems } from './spoken.mjs';

/**
 * @typedef {import('./report.mjs').Problem} Problem
 * @typedef {import('./source.mjs').Source} Source
 * @typedef {import('./source.mjs').Node} Node
 */

export const DATA_LAYER = /^lib\/.+\/(?:queries|commands)\.ts$/;
const ACTIONS = /^app\/(?:.+\/)?actions\.ts$/;
const DATABASE = /^(?:lib\/core\/db(?:\.|$)|prisma\/)|^(?:pg|@prisma\/.+)$/;

/**
 * Every way into the data and into the server says who acts: exported functions of queries.ts and
 * commands.ts are made for a right or take the authority first, files of actions export only
 * `defineFormAction(…)`, and what is sent to a route goes through `defineProgramAction(…)`. An authority nobody looks at is none.
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
        ...idleProblems(root, source),
        ...inlineProblems(source),
        ...(DATA_LAYER.test(file) ? unreadProblems(root, source) : []),
        ...actionProblems(root, source),
        ...silentProblems(source),
        ...hearsayProblems(source),
        ...routeProblems(root, source),
        ...(file.startsWith('app/') ? databaseProblems(root, source) : []),
        ...(file.startsWith('app/api/') ? heldProblems(source) : []),
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
    return isAuthority(entry.params[0], known)
      ? []
      : [
          problemAt(
            source,
            at,
            `"${name}" does not take ${WHO} first and is not made by ${MAKERS}`,
          ),
        ];
  });
}

/**
 * @param {string} root
 * @param {Source} source
 */
function idleProblems(root, source) {
  return findIdleAuthorities(source, namesFromAccounts(root, source)).map(({ name, at }) =>
    problemAt(source, at, `"${name}" says who acts and is not used: it only looks like a right`),
  );
}

/** What people may do is said there, and asked by the gates. */
const SAYS_WHO_MAY = /(?:^|\/)policy\.ts$/;

/**
 * A right asked for by hand is in no table, and forgets the second factor: gates ask for it, or `isHeldBy` where
 * what is shown depends on it. Whether a thing's state lets something happen is called `can…`.
 * @param {Source} source
 */
function inlineProblems(source) {
  /** @type {Problem[]} */
  const problems = [];
  if (SAYS_WHO_MAY.test(source.file) || !source.text.includes('!may')) return problems;
  visit(source, ['UnaryExpression'], (node) => {
    if (node.type !== 'UnaryExpression' || node.operator !== '!') return;
    const { argument: call } = node;
    if (call.type !== 'CallExpression' || call.callee.type !== 'Identifier') return;
    const { name } = call.callee;
    if (/^may[A-Z]/.test(name))
      problems.push(
        problemAt(
          source,
          node.start,
          `"!${name}(…)" asks for a right by hand: ${MAKERS} ask for it`,
        ),
      );
  });
  return problems;
}

/**
 * A route answers what a gated read found, or nothing: a right it asked for besides would be in no table.
 * @param {Source} source
 */
const heldProblems = (source) =>
  [...source.text.matchAll(/\.isHeldBy\(/g)].map(({ index }) =>
    problemAt(source, index, 'a route asks for a right by hand: what it reads does that'),
  );

/**
 * `reading` hands on who asks; a read that looks at nobody is the same for all who have the right, and is made so:
 * a placeholder would only look as if something depended on it.
 * @param {string} root
 * @param {Source} source
 */
function unreadProblems(root, source) {
  if (!namesFromAccounts(root, source).has('reading')) return [];
  return exportsOf(source).flatMap(({ name, node, at }) => {
    if (node?.type !== 'CallExpression' || node.callee.type !== 'Identifier') return [];
    if (node.callee.name !== 'reading') return [];
    const [first] = functionOf(node)?.params ?? [];
    const isRead = first !== undefined && !(first.type === 'Identifier' && first.name[0] === '_');
    return isRead ? [] : [problemAt(source, at, `"${name}" looks at nobody: make it by sameFor`)];
  });
}

/** Made by these an entry asks for its right itself, or says that it is everybody's. */
const GATES = new Set(['command', 'reading', 'sameFor', 'byKey', 'publicly']);

const WHO = [...AUTHORITIES].join(', ');
const MAKERS = [...GATES].join(', ');

/**
 * @param {Node} node
 * @param {Set<string>} known
 */
export const isGated = (node, known) =>
  node.type === 'CallExpression' &&
  node.callee.type === 'Identifier' &&
  GATES.has(node.callee.name) &&
  known.has(node.callee.name);

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

/** @param {Node | null} node @param {string} by */
const isDefinedAction = (node, by = 'defineFormAction') =>
  node?.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === by;

const SENDING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * @param {string} root
 * @param {Source} source
 */
function routeProblems(root, source) {
  const { file } = source;
  if (!/(?:^|\/)route\.tsx?$/.test(file)) return [];
  if (!file.startsWith('app/api/'))
    return [problemAt(source, 0, 'route handlers are for machines: they lie in app/api')];
  const guarded = namesFromAccounts(root, source).has('defineProgramAction');
  return exportsOf(source)
    .filter(({ name }) => SENDING.has(name))
    .filter(({ node }) => !guarded || !isDefinedAction(node, 'defineProgramAction'))
    .map(({ name, at }) =>
      problemAt(source, at, `"${name}" is not made by defineProgramAction(…): it has no guard`),
    );
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
