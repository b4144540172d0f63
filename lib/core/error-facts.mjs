import { ownFrame } from './own-frame.mjs';

/**
 * What may be said of an error: its kind, its codes, the constraint it broke, where it came from.
 * Of messages nothing is taken but the name of a constraint: they hold what people typed.
 *
 * @typedef {object} ErrorFacts
 * @property {string | undefined} kind name of its class
 * @property {string | undefined} code of Node (`ECONNREFUSED`), Prisma (`P2002`), the mail library (`EAUTH`)
 * @property {string | undefined} sqlState what PostgreSQL calls it
 * @property {string | undefined} constraint
 * @property {string | undefined} where own frame
 */

const MOST_LINKS = 8;
const NAME = /^[A-Za-z]\w{0,60}$/;
const CODE = /^[A-Z][A-Z0-9_]{1,60}$/;
const SQL_STATE = /^[0-9A-Z]{5}$/;
const IDENTIFIER = /^[a-z_][a-z0-9_]{0,62}$/;
/** Broken checks and exclusions are named at the end of PostgreSQL's own sentence only. */
const NAMED = /["»„]([a-z_][a-z0-9_]{0,62})["«“]$/;
const NAMED_IN_SENTENCE = new Set(['23514', '23P01']);

/**
 * @param {unknown} error
 * @returns {ErrorFacts}
 */
export function factsOf(error) {
  const links = linksOf(error);
  const codes = links.flatMap((link) => [text(link, 'code'), text(link, 'originalCode')]);
  const sqlState = codes.find(isSqlState);
  return {
    kind: links.map((link) => text(link, 'name')).find((name) => NAME.test(name)),
    code: codes.find((code) => CODE.test(code) && !isSqlState(code)),
    sqlState,
    constraint: links
      .map((link) => constraintOf(link, sqlState))
      .find((name) => name !== undefined),
    where: ownFrameOf(links),
  };
}

/** Prisma's own codes look like those of PostgreSQL. @param {string} code */
const isSqlState = (code) => SQL_STATE.test(code) && !/^(?:P[1-6]\d{3}|E[A-Z]{4})$/.test(code);

/** The innermost error knows best where it began. @param {readonly object[]} links */
function ownFrameOf(links) {
  const frames = links
    .filter((link) => link instanceof Error)
    .map(ownFrame)
    .filter((frame) => frame !== undefined);
  return frames.find((frame) => !frame.startsWith('node_modules/')) ?? frames[0];
}

/**
 * The error and what it was made of, the outermost first.
 * @param {unknown} error
 * @returns {object[]}
 */
function linksOf(error) {
  /** @type {Set<object>} */
  const links = new Set();
  const waiting = [error];
  while (waiting.length > 0 && links.size < MOST_LINKS) {
    const next = waiting.shift();
    if (typeof next !== 'object' || next === null || links.has(next)) continue;
    links.add(next);
    const meta = property(next, 'meta');
    const inner =
      typeof meta === 'object' && meta !== null ? property(meta, 'driverAdapterError') : null;
    const together = property(next, 'errors');
    waiting.push(inner, property(next, 'cause'), Array.isArray(together) ? together[0] : null);
  }
  return [...links];
}

/** @param {object} link @param {string | undefined} sqlState */
function constraintOf(link, sqlState) {
  const constraint = property(link, 'constraint');
  const index =
    typeof constraint === 'object' && constraint !== null
      ? property(constraint, 'index')
      : constraint;
  if (typeof index === 'string' && IDENTIFIER.test(index)) return index;
  if (sqlState === undefined || !NAMED_IN_SENTENCE.has(sqlState)) return undefined;
  const sentence = text(link, 'originalMessage') || text(link, 'message');
  return NAMED.exec(sentence)?.[1];
}

/** @param {object} link @param {string} name */
function text(link, name) {
  const value = property(link, name);
  return typeof value === 'string' ? value : '';
}

/** Getters may fail too. @param {object} link @param {string} name @returns {unknown} */
function property(link, name) {
  try {
    return Reflect.get(link, name);
  } catch {
    return undefined;
  }
}
