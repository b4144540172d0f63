/**
 * Pabulib: participatory budgets as text in three sections (META, PROJECTS, VOTES), fields parted by
 * semicolons. Source: https://pabulib.org/format
 * @import { Election } from '../types'
 * @import { Amount } from './file-fault.mjs'
 * @import { Field, Row, Section } from './pabulib-sections.mjs'
 */
import { inText, Misplaced, parseDecimal } from './file-fault.mjs';
import { columnOf, sectionsOf } from './pabulib-sections.mjs';
import { isVoteType, readVotes } from './pabulib-votes.mjs';

/**
 * @param {string} text
 * @returns {Election}
 * @throws {import('./file-fault.mjs').FileFault} at the first place that is not right
 */
export const parsePabulib = (text) => inText(text, () => electionOf(text));

/** @param {string} text */
function electionOf(text) {
  const sections = sectionsOf(text);
  const meta = readMeta(sections.meta);
  const projects = readProjects(sections.projects);
  const places = projects.reduce(
    (most, { cost }) => Math.max(most, cost.places),
    meta.budget.places,
  );
  const whole = (/** @type {Amount} */ amount) =>
    amount.digits * 10n ** BigInt(places - amount.places);
  expectCount(meta.numProjects, projects.length, 'projects');
  const papers = readVotes(
    sections.votes,
    new Map(projects.map(({ id }, index) => [id, index])),
    meta.voteType,
  );
  expectCount(meta.numVotes, papers.length, 'votes');
  return {
    candidates: projects.map(({ id, cost }) => ({ id, cost: whole(cost), withdrawn: false })),
    papers,
    seats: 1,
    unit: 10n ** BigInt(places),
    budget: whole(meta.budget),
    lot: projects.map((_, index) => index),
  };
}

/** What of META decides something. Nothing depends on the rest, so the rest may be as it likes. */
const DECIDING = ['budget', 'vote_type', 'num_projects', 'num_votes'];

/** @param {{ at: number, rows: Row[] }} section */
function readMeta({ at, rows }) {
  /** @type {Map<string, Field>} */
  const values = new Map();
  for (const row of rows) {
    const [key, value, ...others] = row.fields;
    if (!key?.text || !value) throw new Misplaced('a key and a value belong here', row.at);
    if (DECIDING.includes(key.text)) values.set(key.text, onlyValue(values, key, value, others));
  }
  const budget = values.get('budget');
  if (!budget) throw new Misplaced('META has no budget', at);
  return {
    budget: amountIn(budget, 'the budget'),
    voteType: voteTypeIn(values.get('vote_type')),
    numProjects: values.get('num_projects'),
    numVotes: values.get('num_votes'),
  };
}

/**
 * @param {ReadonlyMap<string, Field>} values found so far
 * @param {Field} key
 * @param {Field} value
 * @param {readonly Field[]} others
 * @returns {Field}
 */
function onlyValue(values, key, value, others) {
  if (values.has(key.text)) throw new Misplaced(`"${key.text}" stands a second time`, key.at);
  const more = others.find((field) => field.text !== '');
  if (more) throw new Misplaced(`"${key.text}" has more than one value`, more.at);
  return value;
}

/** @param {Field | undefined} field */
function voteTypeIn(field) {
  if (!field) return 'approval';
  const type = field.text.toLowerCase();
  if (isVoteType(type)) return type;
  throw new Misplaced(`"${field.text}" is no kind of vote known here`, field.at);
}

/**
 * @param {Field | undefined} field
 * @param {number} found
 * @param {string} what
 */
function expectCount(field, found, what) {
  if (!field) return;
  if (!/^\d{1,9}$/.test(field.text)) {
    throw new Misplaced(`the number of ${what} is not a number: "${field.text}"`, field.at);
  }
  if (Number(field.text) !== found) {
    const message = `META says ${Number(field.text)} ${what}, the file has ${found}`;
    throw new Misplaced(message, field.at);
  }
}

/**
 * @param {Section} section
 * @returns {{ id: string, cost: Amount }[]}
 */
function readProjects({ header, rows }) {
  const idAt = columnOf(header, 'project_id');
  const costAt = columnOf(header, 'cost');
  /** @type {Set<string>} */
  const seen = new Set();
  return rows.map((row) => {
    const id = row.fields[idAt];
    if (!id?.text) throw new Misplaced('the project has no id', id?.at ?? row.at);
    if (seen.has(id.text)) throw new Misplaced(`project "${id.text}" stands twice`, id.at);
    seen.add(id.text);
    const cost = row.fields[costAt];
    if (!cost) throw new Misplaced('the cost is missing', row.at);
    return { id: id.text, cost: amountIn(cost, 'the cost') };
  });
}

/**
 * @param {Field} field
 * @param {string} what
 * @returns {Amount}
 */
function amountIn(field, what) {
  // A comma before three digits may part thousands or stand for a point; nobody can know which.
  const amount = /,\d{3}$/.test(field.text) ? null : parseDecimal(field.text);
  if (!amount) throw new Misplaced(`${what} is not a plain number: "${field.text}"`, field.at);
  if (amount.digits < 0n) throw new Misplaced(`${what} is below zero`, field.at);
  return amount;
}
