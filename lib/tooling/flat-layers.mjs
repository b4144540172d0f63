/**
 * Cascade layers as a sheet without them: browsers from before 2022 throw away everything inside `@layer`.
 *
 * Rules stand in the order of their layers, what is in none last. That is the same look as long as an earlier
 * layer never wins by its selectors: `base` names elements only, everything else there stands in `:where()`
 * (a test looks), and utilities, which also stand in sheets that are loaded before others, weigh more than
 * any class. Ranges of widths are said in the words browsers have had from the beginning.
 */

const ORDER = ['properties', 'theme', 'base', 'components', 'utilities'];

/** No element has this name, so it always holds, and counts as one. */
const WEIGHT = ':not(#\\#)';

/** @param {string} selector */
function heavier(selector) {
  const end = /(?<!\\)::?(?:before|after|marker|placeholder|backdrop)$/.exec(selector);
  return end ? selector.slice(0, end.index) + WEIGHT + end[0] : selector + WEIGHT;
}

/** @param {string} params */
export const plainRange = (params) =>
  params
    .replace(/\(width\s*>=\s*([^()]+)\)/g, '(min-width:$1)')
    .replace(/\(width\s*<=\s*([^()]+)\)/g, '(max-width:$1)');

/** @param {import('postcss').Root} root */
function flatten(root) {
  /** @type {Map<string, import('postcss').ChildNode[]>} */
  const layers = new Map(ORDER.map((name) => [name, []]));
  root.walkAtRules('layer', (rule) => {
    if (rule.parent !== root)
      throw rule.error('a layer inside of something else has no place of its own');
    if (!rule.nodes) return void rule.remove();
    const place = layers.get(rule.params);
    if (!place) throw rule.error(`no layer of ours: ${rule.params}`);
    place.push(...rule.nodes);
    rule.remove();
  });
  for (const node of layers.get('utilities') ?? []) weigh(node);
  root.prepend([...layers.values()].flat());
  root.walkAtRules('media', (rule) => {
    rule.params = plainRange(rule.params);
  });
}

/** @param {import('postcss').ChildNode} node */
function weigh(node) {
  if (node.type === 'rule') node.selectors = node.selectors.map(heavier);
  if (node.type === 'atrule') node.nodes?.forEach(weigh);
}

/** @returns {import('postcss').Plugin} */
const flatLayers = () => ({ postcssPlugin: 'flat-layers', OnceExit: flatten });
flatLayers.postcss = true;

export default flatLayers;
