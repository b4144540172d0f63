import { isFunction } from './exports.mjs';
import { resolveLocal } from './source.mjs';
import { walk } from './walk.mjs';

/**
 * @typedef {import('./source.mjs').Source} Source
 * @typedef {import('./source.mjs').Node} Node
 * @typedef {import('./exports.mjs').Func} Func
 * @typedef {Func['params'][number]} Param
 */

/** Who can act; only `lib/accounts/actor.ts` makes one. */
export const AUTHORITIES = new Set(['Actor', 'Guest', 'Viewer', 'Visitor', 'System']);

/**
 * The names a file takes from lib/accounts: an authority or a guard of one's own making is none.
 * @param {string} root
 * @param {Source} source
 */
export function namesFromAccounts(root, { file, module }) {
  return new Set(
    module.staticImports
      .filter(({ moduleRequest }) =>
        resolveLocal(root, file, moduleRequest.value)?.startsWith('lib/accounts/'),
      )
      .flatMap(({ entries }) => entries.map(({ localName }) => localName.value)),
  );
}

/**
 * @param {Param | undefined} param
 * @param {Set<string>} known
 */
export function isAuthority(param, known) {
  const annotation = param && 'typeAnnotation' in param ? param.typeAnnotation : null;
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
 * The authorities a file's functions are given and do not look at. Handing one on is looking: the
 * function that gets it is held to the same.
 * @param {Source} source
 * @param {Set<string>} known
 */
export function findIdleAuthorities({ program }, known) {
  /** @type {Param[]} */
  const idle = [];
  walk(program, (node) => {
    if (isFunction(node)) idle.push(...idleIn(node, known));
  });
  return idle.map((param) => ({ name: nameOf(param), at: param.start }));
}

/**
 * @param {Func} func
 * @param {Set<string>} known
 */
const idleIn = (func, known) =>
  func.params.filter(
    (param) => param.type === 'Identifier' && isAuthority(param, known) && !looksAt(func, param),
  );

const nameOf = (/** @type {Param} */ param) => (param.type === 'Identifier' ? param.name : '');

/**
 * @param {Func} func
 * @param {Param} param
 */
function looksAt(func, param) {
  const name = nameOf(param);
  let found = false;
  for (const part of [func.body, ...func.params.filter((one) => one !== param)]) {
    if (part === null) continue;
    walk(part, (node, parents) => {
      found ||= node.type === 'Identifier' && node.name === name && isRead(node, parents);
    });
  }
  return found;
}

/**
 * @param {Node} node
 * @param {Node[]} parents
 */
function isRead(node, parents) {
  const above = parents.at(-1);
  if (above?.type === 'MemberExpression' && above.property === node) return above.computed;
  if (above?.type === 'Property' && above.key === node) return above.shorthand || above.computed;
  if (above?.type === 'UnaryExpression') return above.operator !== 'void';
  return !parents.some((one) => isFunction(one) && declares(one, node));
}

/**
 * Whether a function inside has something of its own by that name.
 * @param {Func} func
 * @param {Node} node
 */
const declares = ({ params }, node) =>
  params.some(
    (one) => one.type === 'Identifier' && node.type === 'Identifier' && one.name === node.name,
  );
