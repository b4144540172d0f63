import { visitorKeys } from 'oxc-parser';

/** @typedef {import('./source.mjs').Node} Node */

/**
 * Visits `node` and everything below it, parents first: for whoever looks at a part of a file only.
 * @param {Node} node
 * @param {(node: Node, parents: Node[]) => void} visit `parents` is the way up, nearest last
 * @param {Node[]} [parents]
 */
export function walk(node, visit, parents = []) {
  visit(node, parents);
  const way = [...parents, node];
  for (const child of childrenOf(node)) walk(child, visit, way);
}

/**
 * @param {Node} node
 * @returns {Node[]}
 */
function childrenOf(node) {
  const fields = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (node));
  return (visitorKeys[node.type] ?? [])
    .flatMap((key) => /** @type {(Node | null)[]} */ (fields[key]))
    .filter((child) => child !== null && child !== undefined);
}
