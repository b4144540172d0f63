import { visit } from './source.mjs';
import { walk } from './walk.mjs';

/**
 * @typedef {import('./report.mjs').Problem} Problem
 * @typedef {import('./source.mjs').Source} Source
 * @typedef {import('./source.mjs').Node} Node
 */

const ACTIONS = /^app\/\[locale\]\/\((?:team|account)\)\/.+\/actions\.ts$/;

/** `saying(…)`, and paths whose pages say by a word of their own what was done. */
const SPEAKS =
  /\bsaying\(|\bsaved|(?:Saved|Deleted|Struck|Entered|Left|Proposed|Next|Photo|Moved|Back|CalledOff)\(/;

/** Steps that need no word, by name, and why. @type {Readonly<Record<string, string>>} */
const NEED_NONE = {
  openDeskAction: 'whoever comes in sees the desk',
  startKioskAction: 'the box is seen',
  phoneCardAction: 'the ballot comes next',
  phoneDistrictAction: 'the ballot comes next',
  phoneBallotAction: 'the receipt says it',
  noteCallAction: 'the call stands there with what was noted',
  makeBatchAction: 'the cards are seen',
  confirmMinutesAction: 'the minutes say it',
  findPersonAction: 'nothing is changed',
  signOutAndForgetAction: 'whoever signs out sees the first page',
  signInAnewAction: 'the sign-in comes next',
  endAllSessionsAction: 'the sign-in comes next',
  requestAddressAction: 'the code comes next',
  renewRecoveryCodesAction: 'the codes are seen',
};

/**
 * Whoever did something in the office or with their own account comes to a page that says so: the same page without a word looks as if nothing
 * had happened, and is sent once more.
 * @param {Source} source
 * @returns {Problem[]}
 */
export function silentProblems(source) {
  /** @type {Problem[]} */
  const problems = [];
  if (!ACTIONS.test(source.file)) return problems;
  visit(source, ['VariableDeclarator'], (node) => {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return;
    const { name } = node.id;
    const done = doneOf(node.init);
    if (!done || name in NEED_NONE || SPEAKS.test(textOf(source, done))) return;
    problems.push({
      file: source.file,
      line: source.lineAt(done.start),
      message: `"${name}" leads to a page that does not say what was done: see saying()`,
    });
  });
  return problems;
}

const PAGE = /^app\/\[locale\]\/.+\.tsx$/;

/**
 * A page that believes its address says that something was done to whoever was sent a link.
 * @param {Source} source
 * @returns {Problem[]}
 */
export function hearsayProblems(source) {
  if (!PAGE.test(source.file)) return [];
  return [...source.text.matchAll(/\bawait searchParams\b|\bsearchParams\.then\b/g)].map(
    ({ index }) => ({
      file: source.file,
      line: source.lineAt(index),
      message: 'a page believes whatever stands in its address: see believed()',
    }),
  );
}

/** @param {Node | null} made @returns {Node | null} what a form action does at its end */
function doneOf(made) {
  if (made?.type !== 'CallExpression' || made.callee.type !== 'Identifier') return null;
  const [options] = made.arguments;
  if (made.callee.name !== 'defineFormAction' || options?.type !== 'ObjectExpression') return null;
  for (const property of options.properties)
    if (
      property.type === 'Property' &&
      property.key.type === 'Identifier' &&
      property.key.name === 'done'
    )
      return property.value;
  return null;
}

/** With the helpers of the same file it names. @param {Source} source @param {Node} done */
function textOf(source, done) {
  /** @type {string[]} */
  const names = [];
  walk(done, (node) => {
    if (node.type === 'Identifier') names.push(node.name);
  });
  const helpers = names.map(
    (name) => new RegExp(`^const ${name} =[\\s\\S]*?;$`, 'm').exec(source.text)?.[0] ?? '',
  );
  return source.text.slice(done.start, done.end) + helpers.join('\n');
}
