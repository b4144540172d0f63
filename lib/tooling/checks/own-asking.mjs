import { namesFromAccounts } from './authority.mjs';
import { DATA_LAYER, isGated } from './check-entries.mjs';
import { exportsOf, functionOf, isPlainValue } from './exports.mjs';
import { isTestFile, listCode, readSource } from './source.mjs';

/**
 * Entries that no gate made: they are given who acts, and ask by themselves or concern that person alone.
 * @param {string} root
 * @returns {[who: string, names: string[]][]} who acts, as the first parameter says it, and `folder: name`; sorted
 */
export function entriesThatAsk(root) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const file of listCode(root, ['lib'])) {
    if (!DATA_LAYER.test(file) || isTestFile(file)) continue;
    for (const [who, name] of asking(root, readSource(root, file)))
      found.set(who, [...(found.get(who) ?? []), name]);
  }
  return [...found]
    .map(([who, names]) => /** @type {[string, string[]]} */ ([who, names.sort()]))
    .sort(([a], [b]) => a.localeCompare(b, 'en'));
}

/**
 * @param {string} root
 * @param {import('./source.mjs').Source} source
 * @returns {[who: string, name: string][]}
 */
function asking(root, source) {
  const known = namesFromAccounts(root, source);
  const folder = source.file.replace(/^lib\/|\/\w+\.ts$/g, '');
  return exportsOf(source).flatMap(({ name, node }) => {
    if (node === null || isPlainValue(node) || isGated(node, known)) return [];
    const who = whoActs(source, functionOf(node)?.params[0]);
    return who === null ? [] : [[who, `${folder}: ${name}`]];
  });
}

/**
 * @param {import('./source.mjs').Source} source
 * @param {import('./exports.mjs').Func['params'][number] | undefined} param
 */
function whoActs({ text }, param) {
  const type = param && 'typeAnnotation' in param ? param.typeAnnotation?.typeAnnotation : null;
  return type ? text.slice(type.start, type.end) : null;
}
