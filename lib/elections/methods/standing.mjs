/**
 * How many votes everybody has in a count by rounds, now and before, and who was equal with whom.
 * @import { Election, Round, Tie } from '../types'
 */

const isLess = (/** @type {bigint} */ a, /** @type {bigint} */ b) => a < b;
const isMore = (/** @type {bigint} */ a, /** @type {bigint} */ b) => a > b;

/** Votes are whole numbers of the last decimal. */
export class Standing {
  /**
   * @param {Election} election
   * @param {number} places decimals
   */
  constructor(election, places) {
    this.election = election;
    this.places = places;
    this.now = election.candidates.map(() => 0n);
    this.exhausted = 0n;
    /** @type {bigint[][]} after each round */
    this.before = [];
    /** @type {Round[]} */
    this.rounds = [];
    /** @type {Tie[]} */
    this.ties = [];
  }

  /** @param {number} index */
  votes(index) {
    return this.now[index] ?? 0n;
  }

  /**
   * @param {number} index
   * @param {bigint} votes
   */
  give(index, votes) {
    this.now[index] = this.votes(index) + votes;
  }

  /**
   * @param {number} index
   * @param {bigint} votes
   */
  set(index, votes) {
    this.now[index] = votes;
  }

  /** @param {bigint} votes of papers that name nobody else who is still in */
  exhaust(votes) {
    this.exhausted += votes;
  }

  /** @param {bigint} votes lost in the last decimal */
  dropRest(votes) {
    this.exhausted += votes;
  }

  /**
   * Writes down how it stands after what was just done.
   * @param {{ surplus?: number, excluded?: number }} cause
   */
  beginRound({ surplus, excluded }) {
    this.before.push([...this.now]);
    this.rounds.push({
      round: this.rounds.length + 1,
      votes: Object.fromEntries(
        this.election.candidates
          .filter((candidate) => !candidate.withdrawn)
          .map(({ id }) => [id, this.text(this.votes(this.indexOf(id)))]),
      ),
      exhausted: this.text(this.exhausted),
      ...(surplus === undefined ? {} : { surplus: [this.name(surplus)] }),
      ...(excluded === undefined ? {} : { excluded: [this.name(excluded)] }),
    });
  }

  /**
   * @param {'elected'} what
   * @param {number} index
   */
  note(what, index) {
    const round = this.rounds.at(-1);
    if (round) round[what] = [...(round[what] ?? []), this.name(index)];
  }

  /**
   * @param {number} a
   * @param {number} b
   */
  byVotes(a, b) {
    const difference = this.votes(b) - this.votes(a);
    if (difference === 0n) return 0;
    return difference < 0n ? -1 : 1;
  }

  /**
   * Whose surplus is passed on first.
   * @param {readonly number[]} candidates
   */
  highest(candidates) {
    return this.decide(candidates, 'passes-on');
  }

  /**
   * Who leaves.
   * @param {readonly number[]} candidates
   */
  lowest(candidates) {
    return this.decide(candidates, 'leaves');
  }

  /**
   * Equal ones are told apart by the latest round in which they were not equal, then by lot: whoever
   * stands first in it goes before, so the last one leaves.
   * @param {readonly number[]} candidates
   * @param {'passes-on' | 'leaves'} about
   * @returns {number}
   */
  decide(candidates, about) {
    const isBetter = about === 'leaves' ? isLess : isMore;
    const tied = bestOf(candidates, this.now, isBetter);
    const left = this.before
      .slice(0, -1)
      .reverse()
      .reduce((rest, votes) => bestOf(rest, votes, isBetter), tied);
    const drawn = this.election.lot.filter((index) => left.includes(index));
    const chosen = drawn.at(about === 'leaves' ? -1 : 0) ?? 0;
    if (tied.length > 1) {
      const between = tied.map((index) => this.name(index));
      const names = drawn.map((index) => this.name(index));
      this.ties.push(tieInRound({ between, drawn: names, about, round: this.rounds.length }));
    }
    return chosen;
  }

  /** @param {number} index */
  name(index) {
    return this.election.candidates[index]?.id ?? '';
  }

  /** @param {string} id */
  indexOf(id) {
    return this.election.candidates.findIndex((candidate) => candidate.id === id);
  }

  /** @param {bigint} votes */
  text(votes) {
    const digits = votes.toString().padStart(this.places + 1, '0');
    return `${digits.slice(0, -this.places)}.${digits.slice(-this.places)}`;
  }
}

/**
 * @param {readonly number[]} candidates
 * @param {readonly bigint[]} votes
 * @param {(a: bigint, b: bigint) => boolean} isBetter
 * @returns {number[]}
 */
function bestOf(candidates, votes, isBetter) {
  const count = (/** @type {number} */ index) => votes[index] ?? 0n;
  const best = candidates.reduce((found, index) =>
    isBetter(count(index), count(found)) ? index : found,
  );
  return candidates.filter((index) => count(index) === count(best));
}

/** How a tie in a count by rounds is written down.
 * @param {{
 *   between: readonly string[], drawn: readonly string[], about: 'passes-on' | 'leaves', round: number,
 * }} found `between`: who was equal in this round; `drawn`: who of them was equal in all rounds before,
 *   in the order of the lot
 * @returns {Tie}
 */
export function tieInRound({ between, drawn, about, round }) {
  const chosen = drawn.slice(...(about === 'leaves' ? [-1] : [0, 1]));
  if (drawn.length === 1) return { between, chosen, about, by: 'earlier-round', round };
  const narrowed = drawn.length < between.length ? { drawn } : {};
  return { between, chosen, about, by: 'lot', ...narrowed, round };
}
