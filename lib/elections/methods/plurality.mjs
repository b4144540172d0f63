/**
 * Most votes wins: one of several, several of several, points.
 * @import { Election, Fraction, Outcome, Tie } from '../types'
 */
import { add, compare, decimal, fraction, ZERO } from './fraction.mjs';
import { choiceOf } from './preferences.mjs';

/**
 * @param {Election} election
 * @returns {Outcome} by first choices; equal first choices share the vote
 */
export function plurality(election) {
  const scores = election.candidates.map(() => ZERO);
  for (const paper of election.papers) {
    const choice = choiceOf(paper.ranks, (index) => !election.candidates[index]?.withdrawn);
    for (const index of choice) {
      scores[index] = add(scores[index] ?? ZERO, fraction(paper.count, choice.length));
    }
  }
  return mostOf(election, scores);
}

/**
 * @param {Election} election
 * @returns {Outcome} one vote for everybody a paper names
 */
export function approval(election) {
  const scores = election.candidates.map(() => 0n);
  for (const paper of election.papers) {
    for (const index of new Set(paper.ranks.flat())) {
      if (paper.points && (paper.points.get(index) ?? 0n) <= 0n) continue;
      scores[index] = (scores[index] ?? 0n) + BigInt(paper.count);
    }
  }
  return mostOf(
    election,
    scores.map((score) => fraction(score)),
  );
}

/**
 * @param {Election} election whose papers carry points
 * @returns {Outcome} the points of all papers together
 */
export function points(election) {
  const scores = election.candidates.map(() => 0n);
  for (const paper of election.papers) {
    for (const [index, value] of paper.points ?? []) {
      scores[index] = (scores[index] ?? 0n) + value * BigInt(paper.count);
    }
  }
  return mostOf(
    election,
    scores.map((score) => fraction(score)),
  );
}

/**
 * Whoever is equal for the only seat wins together; for several seats the lot fixed before decides
 * who of the equal ones gets the last.
 * @param {Election} election
 * @param {readonly Fraction[]} scores by candidate
 * @returns {Outcome}
 */
export function mostOf(election, scores) {
  const score = (/** @type {number} */ index) => scores[index] ?? ZERO;
  const name = (/** @type {number} */ index) => election.candidates[index]?.id ?? '';
  const order = [...election.lot]
    .filter((index) => !election.candidates[index]?.withdrawn)
    .sort((a, b) => compare(score(b), score(a)));
  const last = order[election.seats - 1];
  const tied =
    last === undefined ? [] : order.filter((index) => compare(score(index), score(last)) === 0);
  const above = order.filter(
    (index) => last !== undefined && compare(score(index), score(last)) > 0,
  );
  const isTie = above.length + tied.length > election.seats;
  const shared = isTie && election.seats === 1;
  const winners = shared ? tied : order.slice(0, election.seats);
  /** @type {Tie[]} */
  const ties = isTie
    ? [
        {
          between: tied.map(name),
          chosen: tied.filter((index) => winners.includes(index)).map(name),
          about: 'wins',
          by: shared ? 'shared' : 'lot',
        },
      ]
    : [];
  return {
    winners: winners.map(name),
    ties,
    scores: Object.fromEntries(
      election.candidates.map(({ id }, index) => [id, decimal(score(index))]),
    ),
  };
}
