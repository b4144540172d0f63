import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

/**
 * @typedef {import('@formatjs/icu-messageformat-parser').MessageFormatElement} Element
 * @typedef {import('@formatjs/icu-messageformat-parser').PluralElement} Plural
 */

/**
 * Parses a message with the parser that also reads it for the pages.
 * @param {string} message
 * @returns {Element[]}
 * @throws {SyntaxError} that names what is wrong
 */
export const parseMessage = (message) => parse(message);

/** How a value is given: a number and a word are not exchangeable, two ways to write a number are. */
const FORMATS = new Map([
  [TYPE.number, ', number'],
  [TYPE.date, ', date'],
  [TYPE.time, ', time'],
]);

/**
 * What a message asks of the program, sorted, each once: `{name}` with its kind of value, `<tag>`,
 * and for a choice by word each answer with what stands in it. How a language counts is its own
 * affair, so of a choice by number only what stands in the branches is told.
 * @param {Element[]} elements
 * @returns {string[]}
 */
export function shapeOf(elements) {
  return [...new Set(elements.flatMap(partsOf))].sort();
}

/**
 * @param {Element} element
 * @returns {string[]}
 */
function partsOf(element) {
  if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
  if (element.type === TYPE.tag) return [`<${element.value}>`, ...shapeOf(element.children)];
  const branches = 'options' in element ? Object.entries(element.options) : [];
  if (element.type === TYPE.select) {
    return branches.flatMap(([answer, { value }]) =>
      ['', ...shapeOf(value)].map((part) => `{${element.value}: ${answer}}${part}`),
    );
  }
  if (element.type === TYPE.plural) {
    // "the 3rd" is "der 3." in German, which needs no choice.
    const kind = element.pluralType === 'ordinal' ? '' : ', number';
    return [
      `{${element.value}${kind}}`,
      ...branches.flatMap(([, branch]) => shapeOf(branch.value)),
    ];
  }
  return [`{${element.value}${FORMATS.get(element.type) ?? ''}}`];
}

/**
 * Choices by number that do not say each number of a language: a missing `one` makes "1 Plätze",
 * and a branch the language has no number for is never read.
 * @param {Element[]} elements
 * @param {string} locale
 * @returns {string[]} sentences
 */
export function numberProblems(elements, locale) {
  return elements.flatMap((element) => {
    const inner =
      'options' in element ? Object.values(element.options).map(({ value }) => value) : [];
    if ('children' in element) inner.push(element.children);
    return [
      ...(element.type === TYPE.plural ? branchProblems(element, locale) : []),
      ...inner.flatMap((part) => numberProblems(part, locale)),
    ];
  });
}

/**
 * @param {Plural} plural
 * @param {string} locale
 */
function branchProblems({ value, options, pluralType }, locale) {
  const rules = new Intl.PluralRules(locale, { type: pluralType ?? 'cardinal' });
  /** @type {string[]} */
  const known = rules.resolvedOptions().pluralCategories;
  const missing = known.filter((kind) => !(kind in options || (kind === 'one' && '=1' in options)));
  const never = Object.keys(options).filter((kind) => !(/^=/.test(kind) || known.includes(kind)));
  return [
    ...missing.map((kind) => `{${value}} does not say "${kind}"`),
    ...never.map((kind) => `{${value}} says "${kind}", which no number of this language is`),
  ];
}

/**
 * The message in every way a reader may see it; a value becomes one word.
 * @param {Element[]} elements
 * @returns {string[]}
 */
export function readings(elements) {
  return elements.reduce(
    (texts, element) => texts.flatMap((text) => waysOf(element).map((way) => text + way)),
    [''],
  );
}

/**
 * @param {Element} element
 * @returns {string[]}
 */
function waysOf(element) {
  if (element.type === TYPE.literal) return [element.value];
  if (element.type === TYPE.tag) return readings(element.children);
  if (!('options' in element)) return ['X'];
  return Object.values(element.options).flatMap(({ value }) => readings(value));
}
