/**
 * Rankings as JSON: `{"candidates": ["A", "B", "C"], "ballots": [{"count": 2, "ranking": ["B", ["A",
 * "C"]]}], "seats": 1}`. What stands together in a rank is equal; what is not named is last, together.
 * @import { Election, Paper } from '../types'
 * @import { Node } from './json-places.mjs'
 */
import { faultIn } from './file-fault.mjs';
import { parseJson } from './json-places.mjs';

const COUNTED = ['candidates', 'ballots', 'seats', 'withdrawn'];
/** Whatever else stands there might be meant to count, as a misspelt "seats" is. */
const FOR_READERS = ['id', 'name', 'title', 'description', 'source', 'note', 'comment'];

/**
 * @param {string} text
 * @returns {Election}
 * @throws {import('./file-fault.mjs').FileFault}
 */
export function parseRankings(text) {
  const reader = new RankingReader(text);
  const root = reader.object(parseJson(text), 'the file');
  reader.onlyKeys(root, [...COUNTED, ...FOR_READERS]);
  const names = reader.names(reader.entry(root, 'candidates'), 'the candidates');
  if (names.length === 0) throw reader.fault(root, 'there are no candidates');
  const positions = new Map(names.map(({ text: name }, index) => [name, index]));
  const withdrawn = root.entries.get('withdrawn');
  const gone = withdrawn
    ? reader.names(withdrawn, 'who withdrew').map((node) => reader.position(node, positions))
    : [];
  const seatsNode = root.entries.get('seats');
  const seats = seatsNode ? reader.count(seatsNode, 'the number of seats', 1) : 1;
  if (seatsNode && seats > names.length - gone.length) {
    throw reader.fault(
      seatsNode,
      `${seats} seats, but only ${names.length - gone.length} candidates`,
    );
  }
  return {
    candidates: names.map(({ text: id }, index) => ({
      id,
      cost: 0n,
      withdrawn: gone.includes(index),
    })),
    papers: reader
      .array(reader.entry(root, 'ballots'), 'the ballots')
      .map((node) => reader.paper(node, positions)),
    seats,
    unit: 1n,
    budget: null,
    lot: names.map((_, index) => index),
  };
}

class RankingReader {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  /**
   * @param {{ at: number }} node
   * @param {string} message
   */
  fault(node, message) {
    return faultIn(this.text, node.at, message);
  }

  /**
   * @param {Node} node
   * @param {string} what
   */
  object(node, what) {
    if (node.kind !== 'object') throw this.fault(node, `${what} must be an object`);
    return node;
  }

  /**
   * @param {Node} node
   * @param {string} what
   */
  array(node, what) {
    if (node.kind !== 'array') throw this.fault(node, `${what} must be a list`);
    return node.items;
  }

  /**
   * @param {{ at: number, entries: Map<string, Node> }} object
   * @param {string} key
   */
  entry(object, key) {
    const found = object.entries.get(key);
    if (!found) throw this.fault(object, `"${key}" is missing`);
    return found;
  }

  /**
   * @param {{ entries: Map<string, Node> }} object
   * @param {readonly string[]} known
   */
  onlyKeys(object, known) {
    for (const [key, node] of object.entries) {
      if (!known.includes(key)) throw this.fault(node, `"${key}" is not known here`);
    }
  }

  /**
   * @param {Node} node
   * @param {string} what
   * @returns {{ at: number, text: string }[]}
   */
  names(node, what) {
    /** @type {Set<string>} */
    const seen = new Set();
    return this.array(node, what).map((item) => {
      if (item.kind !== 'string' || item.text.trim() === '') {
        throw this.fault(item, 'a name belongs here');
      }
      if (seen.has(item.text)) throw this.fault(item, `"${item.text}" stands twice`);
      seen.add(item.text);
      return item;
    });
  }

  /**
   * @param {Node} node
   * @param {string} what
   * @param {number} least
   */
  count(node, what, least) {
    if (node.kind !== 'number' || !/^-?\d{1,10}$/.test(node.text)) {
      throw this.fault(node, `${what} must be a whole number`);
    }
    const value = Number(node.text);
    if (value < least) throw this.fault(node, `${what} must be at least ${least}`);
    return value;
  }

  /**
   * @param {{ at: number, text: string }} node
   * @param {ReadonlyMap<string, number>} positions
   */
  position(node, positions) {
    const found = positions.get(node.text);
    if (found === undefined) throw this.fault(node, `there is no candidate "${node.text}"`);
    return found;
  }

  /**
   * @param {Node} node
   * @param {ReadonlyMap<string, number>} positions
   * @returns {Paper}
   */
  paper(node, positions) {
    const ballot = this.object(node, 'a ballot');
    this.onlyKeys(ballot, ['count', 'ranking']);
    const countNode = ballot.entries.get('count');
    const count = countNode ? this.count(countNode, 'the count', 0) : 1;
    const seen = new Set();
    const ranks = this.array(this.entry(ballot, 'ranking'), 'the ranking').map((item) => {
      const rank = item.kind === 'array' ? item.items : [item];
      return rank.map((place) => {
        if (place.kind !== 'string') throw this.fault(place, "a candidate's name belongs here");
        const found = this.position(place, positions);
        if (seen.has(found)) throw this.fault(place, `"${place.text}" stands twice on one ballot`);
        seen.add(found);
        return found;
      });
    });
    return { count, ranks };
  }
}
