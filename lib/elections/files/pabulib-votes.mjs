/**
 * The votes of a Pabulib file. What is only said about them elsewhere (totals, smallest and largest
 * number of choices) decides nothing and is not looked at.
 * @import { Paper } from '../types'
 * @import { Field, Row, Section } from './pabulib-sections.mjs'
 */
import { Misplaced, parseDecimal } from './file-fault.mjs';
import { columnOf } from './pabulib-sections.mjs';

const VOTE_TYPES = /** @type {const} */ ([
  'approval',
  'choose-1',
  'ordinal',
  'cumulative',
  'scoring',
]);
/** @typedef {typeof VOTE_TYPES[number]} VoteType */
/** @typedef {{ choices: number[], list: Field, points: Field | null }} Vote */

/**
 * @param {string} text
 * @returns {text is VoteType}
 */
export const isVoteType = (text) => VOTE_TYPES.some((type) => type === text);

/**
 * @param {Section} section
 * @param {ReadonlyMap<string, number>} positions of the projects by id
 * @param {VoteType} type
 * @returns {Paper[]} one for each voter
 */
export function readVotes({ header, rows }, positions, type) {
  const hasPoints = type === 'cumulative' || type === 'scoring';
  const voterAt = columnOf(header, 'voter_id');
  const listAt = columnOf(header, 'vote');
  const pointsAt = hasPoints ? columnOf(header, 'points') : -1;
  expectEveryVoterOnce(rows, voterAt);
  return rows.map((row) => {
    const list = row.fields[listAt];
    if (!list) throw new Misplaced('the vote is missing', row.at);
    const choices = choicesOf(list, positions);
    if (hasPoints) return withPoints({ choices, list, points: row.fields[pointsAt] ?? null });
    if (type === 'ordinal') return { count: 1, ranks: choices.map((choice) => [choice]) };
    return { count: 1, ranks: choices.length > 0 ? [choices] : [] };
  });
}

/**
 * @param {readonly Row[]} rows
 * @param {number} column
 */
function expectEveryVoterOnce(rows, column) {
  /** @type {Set<string>} */
  const seen = new Set();
  for (const row of rows) {
    const voter = row.fields[column];
    if (!voter?.text) throw new Misplaced('the voter has no id', voter?.at ?? row.at);
    if (seen.has(voter.text)) {
      throw new Misplaced(`voter "${voter.text}" votes a second time`, voter.at);
    }
    seen.add(voter.text);
  }
}

/**
 * @param {Field} list
 * @param {ReadonlyMap<string, number>} positions
 * @returns {number[]}
 */
function choicesOf(list, positions) {
  /** @type {Set<number>} */
  const choices = new Set();
  for (const entry of entriesOf(list)) {
    const position = positions.get(entry.text);
    if (position === undefined)
      throw new Misplaced(`there is no project "${entry.text}"`, entry.at);
    if (choices.has(position)) {
      throw new Misplaced(`project "${entry.text}" is named twice`, entry.at);
    }
    choices.add(position);
  }
  return [...choices];
}

/**
 * @param {Vote} vote
 * @returns {Paper} ranked by points
 */
function withPoints({ choices, list, points: field }) {
  const given = field ? entriesOf(field) : [];
  if (given.length !== choices.length) {
    const message = `${choices.length} projects, but ${given.length} numbers of points`;
    throw new Misplaced(message, (field ?? list).at);
  }
  const values = given.map((entry) => {
    const value = parseDecimal(entry.text);
    if (value?.places === 0) return value.digits;
    throw new Misplaced(`"${entry.text}" is no whole number of points`, entry.at);
  });
  const points = new Map(choices.map((choice, index) => [choice, values[index] ?? 0n]));
  const levels = [...new Set(values)].sort((a, b) => (a < b ? 1 : -1));
  return {
    count: 1,
    ranks: levels.map((level) => choices.filter((choice) => points.get(choice) === level)),
    points,
  };
}

/**
 * @param {Field} field a list parted by commas
 * @returns {Field[]}
 */
function entriesOf(field) {
  if (field.text === '') return [];
  let { at } = field;
  return field.text.split(',').map((part) => {
    const entry = { text: part.trim(), at: at + part.length - part.trimStart().length };
    at += part.length + 1;
    if (entry.text === '') throw new Misplaced('a choice is empty', entry.at);
    return entry;
  });
}
