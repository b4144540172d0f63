/**
 * Pabulib: participatory budgets as text in three sections (META, PROJECTS, VOTES), fields parted by
 * semicolons. Source: https://pabulib.org/format
 * @import { Candidate, Election, Paper } from './types'
 */
import { FileFault, parseDecimal } from './file-fault.mjs';
import { numberIn, sectionsOf } from './pabulib-sections.mjs';

/** @typedef {import('./pabulib-sections.mjs').Row} Row */
/** @typedef {import('./pabulib-sections.mjs').Field} Field */
/** @typedef {{ votes: Field, points: Field | null, voter: Field | null, line: number }} VoteRow */

const VOTE_TYPES = ['approval', 'ordinal', 'cumulative', 'scoring', 'choose-1'];

/**
 * @param {string} text
 * @returns {Election}
 * @throws {FileFault} at the first place that is not right
 */
export function parsePabulib(text) {
  const sections = sectionsOf(text);
  const meta = readMeta(sections.meta.rows, sections.meta.line);
  const projects = sections.projects;
  const idAt = columnOf(projects.header, 'project_id');
  const costAt = columnOf(projects.header, 'cost');
  const costs = projects.rows.map((row) => amountOf(row, costAt));
  const budget = amountIn(meta.budget, 'the budget');
  const places = Math.max(budget.places, ...costs.map((cost) => cost.places));
  const scale = (/** @type {{ digits: bigint, places: number }} */ amount) =>
    amount.digits * 10n ** BigInt(places - amount.places);
  const positions = positionsOf(projects.rows, idAt);
  const candidates = [...positions.keys()].map(
    (id, index) =>
      /** @type {Candidate} */ ({
        id,
        cost: scale(costs[index] ?? { digits: 0n, places: 0 }),
        withdrawn: false,
      }),
  );
  expectCount(meta.numProjects, candidates.length, 'projects');
  const votes = readVotes(sections.votes);
  expectCount(meta.numVotes, votes.length, 'votes');
  return {
    candidates,
    papers: votes.map((vote) => paperOf(vote, positions, meta.voteType)),
    seats: 1,
    unit: 10n ** BigInt(places),
    budget: scale(budget),
    lot: candidates.map((_, index) => index),
  };
}

/**
 * @param {readonly Row[]} rows
 * @param {number} line of the section, for what is missing altogether
 */
function readMeta(rows, line) {
  /** @type {Map<string, Field>} */
  const values = new Map();
  for (const row of rows) {
    const [key, value] = row.fields;
    if (key?.text === 'key' && value?.text === 'value') continue;
    if (!key || !value) throw new FileFault('a key and a value belong here', row.line, 1);
    if (values.has(key.text)) throw faultAt(key, `"${key.text}" stands here a second time`);
    values.set(key.text, value);
  }
  const budget = values.get('budget');
  if (!budget) throw new FileFault('META has no budget', line, 1);
  const type = values.get('vote_type');
  if (type && !VOTE_TYPES.includes(type.text)) {
    throw faultAt(type, `"${type.text}" is no kind of vote known here`);
  }
  return {
    budget,
    voteType: type?.text ?? 'approval',
    numProjects: values.get('num_projects'),
    numVotes: values.get('num_votes'),
  };
}

/**
 * @param {Field | undefined} field
 * @param {number} found
 * @param {string} what
 */
function expectCount(field, found, what) {
  if (!field) return;
  const said = numberIn(field, `the number of ${what}`);
  if (said !== found) throw faultAt(field, `META says ${said} ${what}, the file has ${found}`);
}

/**
 * @param {Row} header
 * @param {string} name
 * @returns {number}
 */
function columnOf(header, name) {
  const found = header.fields.findIndex((field) => field.text === name);
  if (found < 0) throw new FileFault(`there is no column "${name}"`, header.line, 1);
  return found;
}

/**
 * @param {Row} row
 * @param {number} column
 */
function amountOf(row, column) {
  const field = row.fields[column];
  if (!field) throw new FileFault('the cost is missing', row.line, 1);
  return amountIn(field, 'the cost');
}

/**
 * @param {Field} field
 * @param {string} what
 */
function amountIn(field, what) {
  const amount = parseDecimal(field.text);
  if (!amount) throw faultAt(field, `${what} is not a number: "${field.text}"`);
  if (amount.digits < 0n) throw faultAt(field, `${what} is below zero`);
  return amount;
}

/**
 * @param {readonly Row[]} rows
 * @param {number} column
 * @returns {Map<string, number>} position by id
 */
function positionsOf(rows, column) {
  /** @type {Map<string, number>} */
  const positions = new Map();
  for (const row of rows) {
    const field = row.fields[column];
    if (!field?.text) throw new FileFault('the project has no id', row.line, field?.column ?? 1);
    if (positions.has(field.text)) throw faultAt(field, `project "${field.text}" stands twice`);
    positions.set(field.text, positions.size);
  }
  return positions;
}

/**
 * @param {{ header: Row, rows: Row[] }} section
 * @returns {VoteRow[]}
 */
function readVotes({ header, rows }) {
  const voteAt = columnOf(header, 'vote');
  const voterAt = header.fields.findIndex((field) => field.text === 'voter_id');
  const pointsAt = header.fields.findIndex((field) => field.text === 'points');
  /** @type {Set<string>} */
  const seen = new Set();
  return rows.map((row) => {
    const votes = row.fields[voteAt];
    const voter = row.fields[voterAt] ?? null;
    if (!votes) throw new FileFault('the vote is missing', row.line, 1);
    if (voterAt >= 0 && !voter?.text) throw new FileFault('the voter has no id', row.line, 1);
    if (voter && seen.has(voter.text)) {
      throw faultAt(voter, `voter "${voter.text}" votes a second time`);
    }
    if (voter) seen.add(voter.text);
    return { votes, points: row.fields[pointsAt] ?? null, voter, line: row.line };
  });
}

/**
 * @param {VoteRow} row
 * @param {ReadonlyMap<string, number>} positions
 * @param {string} voteType
 * @returns {Paper}
 */
function paperOf(row, positions, voteType) {
  const choices = entriesOf(row.votes).map((entry) => {
    const position = positions.get(entry.text);
    if (position === undefined) throw faultAt(entry, `there is no project "${entry.text}"`);
    return { position, entry };
  });
  const chosen = new Set();
  for (const { position, entry } of choices) {
    if (chosen.has(position)) throw faultAt(entry, `project "${entry.text}" is named twice`);
    chosen.add(position);
  }
  const order = choices.map((choice) => choice.position);
  if (voteType === 'ordinal') return { count: 1, ranks: order.map((position) => [position]) };
  if (voteType === 'cumulative' || voteType === 'scoring') return withPoints(row, order);
  return { count: 1, ranks: order.length > 0 ? [order] : [] };
}

/**
 * @param {VoteRow} row
 * @param {readonly number[]} order
 * @returns {Paper} ranked by points
 */
function withPoints(row, order) {
  if (!row.points) throw new FileFault('the points are missing', row.line, 1);
  const given = entriesOf(row.points);
  if (given.length !== order.length) {
    throw faultAt(row.points, `${order.length} projects, but ${given.length} numbers of points`);
  }
  const points = new Map(
    order.map((position, index) => {
      const field = /** @type {Field} */ (given[index]);
      const value = parseDecimal(field.text);
      if (!value || value.places > 0) throw faultAt(field, `"${field.text}" are no whole points`);
      return [position, value.digits];
    }),
  );
  const levels = [...new Set(points.values())].sort((a, b) => (a < b ? 1 : -1));
  return {
    count: 1,
    ranks: levels.map((level) => order.filter((position) => points.get(position) === level)),
    points,
  };
}

/**
 * @param {Field} field a list parted by commas
 * @returns {Field[]}
 */
function entriesOf(field) {
  if (field.text.trim() === '') return [];
  let column = field.column;
  return field.text.split(',').map((part) => {
    const entry = { text: part.trim(), line: field.line, column };
    column += [...part].length + 1;
    if (entry.text === '') throw faultAt(entry, 'a choice is empty');
    return entry;
  });
}

/**
 * @param {Field} field
 * @param {string} message
 */
function faultAt(field, message) {
  return new FileFault(message, field.line, field.column);
}
