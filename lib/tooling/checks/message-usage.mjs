import { usesOf } from './message-keys.mjs';
import { isTestFile, listCode, readSource } from './source.mjs';

/**
 * @typedef {import('./report.mjs').Problem} Problem
 * @typedef {import('./message-keys.mjs').KeyUse} KeyUse
 * @typedef {import('./message-words.mjs').Message} Message
 */

/**
 * Keys the code uses and no catalogue has, keys no code uses, and computed keys nobody explains.
 * @param {string} root
 * @param {Map<string, Message>} catalogue the language all others are compared with
 * @returns {Problem[]}
 */
export function usageProblems(root, catalogue) {
  const keys = new KnownKeys([...catalogue.keys()]);
  const problems = productCode(root).flatMap((file) => {
    const uses = usesOf(readSource(root, file));
    return [
      ...uses.unexplained.map((line) => ({
        line,
        message: 'computes a key: say which with a comment "// messages: namespace.key.*"',
      })),
      ...uses.keys
        .filter((use) => !keys.take(use))
        .map(({ key, line }) => ({ line, message: `"${key}" is in no catalogue` })),
      ...uses.patterns
        .filter((use) => !keys.takeAll(use))
        .map(({ key, line }) => ({ line, message: `no message is like "${key}"` })),
    ].map((problem) => ({ file, ...problem }));
  });
  const unused = [...catalogue.values()].filter(({ key }) => !keys.used.has(key));
  return [
    ...problems,
    ...unused.map(({ key, file, line }) => ({ file, line, message: `"${key}" is used nowhere` })),
  ];
}

/** @param {string} root */
const productCode = (root) =>
  listCode(root, ['app', 'components', 'lib']).filter(
    (file) => !isTestFile(file) && !file.startsWith('lib/tooling/'),
  );

/** The keys of the catalogue, and which of them were seen in code. */
class KnownKeys {
  /** @type {Set<string>} */
  used = new Set();

  /** @param {string[]} keys */
  constructor(keys) {
    /** @readonly */
    this.keys = keys;
    /** @readonly */
    this.known = new Set(keys);
    /** @readonly */
    this.groups = new Set(keys.flatMap(groupsOf));
  }

  /**
   * @param {KeyUse} use
   * @returns {boolean} false when the key is meant as one and does not exist
   */
  take({ key, how }) {
    const found = how === 'given' ? this.endingWith(key) : [];
    if (this.known.has(key)) found.push(key);
    for (const one of found) this.used.add(one);
    return found.length > 0 || (how === 'written' && !this.isMeantAsKey(key));
  }

  /** @param {string} key */
  endingWith(key) {
    return this.keys.filter((known) => known.endsWith(`.${key}`));
  }

  /**
   * @param {KeyUse} use with a key like `a.b.*`, or `*.b.*` when the namespace is not known
   * @returns {boolean} false when nothing matches though something should
   */
  takeAll({ key: wanted, how }) {
    const pattern = new RegExp(`^${wanted.replaceAll('.', '[.]').replaceAll('*', '.*')}$`);
    const found = this.keys.filter((key) => pattern.test(key));
    for (const key of found) this.used.add(key);
    return found.length > 0 || how === 'written';
  }

  /** Two parts may be anything (`forum.ics`); three below a known group are meant as a key. */
  isMeantAsKey(/** @type {string} */ key) {
    const group = key.slice(0, key.lastIndexOf('.'));
    return group.includes('.') && this.groups.has(group) && !this.groups.has(key);
  }
}

/**
 * `a.b.c` → `a`, `a.b`
 * @param {string} key
 */
function groupsOf(key) {
  const parts = key.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}
