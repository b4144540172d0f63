/**
 * What everybody may have of a counted poll.
 * @import { BallotPaper, CountedResult, ElectionRule } from '../results/types'
 * @import { BallotFile, Publication, PublishedBallot, PublishedResult } from '../types'
 */
import { publicOptionId } from '../results/election.mjs';

/**
 * The files a poll's ballots are published in: none where too few took part. The Pabulib format
 * knows no number of seats, so where several options win there is the form for rankings as well.
 * @param {Pick<ElectionRule, 'method' | 'seats'>} rule
 * @param {Pick<CountedResult, 'head'>} result
 * @returns {BallotFile[]}
 */
export function ballotFilesOf(rule, { head }) {
  if (!head) return [];
  const asRanking = rule.method === 'RANKING' || (rule.seats > 1 && rule.method !== 'POINTS');
  return ['json', 'csv', 'pb', ...(asRanking ? [/** @type {const} */ ('blt')] : [])];
}

/** @param {number} cents */
const inCurrency = (cents) => (cents / 100).toFixed(2);

/**
 * All ballots of a counted poll as everybody may have them: no person, no way they came on, no time.
 * @param {number} poll its number
 * @param {ElectionRule} rule
 * @param {readonly BallotPaper[]} papers in the random order of the box
 * @param {Pick<CountedResult, 'winners' | 'counts' | 'rounds' | 'withdrawn'>} result
 * @returns {Omit<Publication, 'head'>}
 */
export function publicationOf(poll, rule, papers, result) {
  const ids = publicIdsOf(rule);
  const withdrawn = result.withdrawn ?? [];
  return {
    format: 'poll-ballots/1',
    poll,
    question: rule.question,
    method: rule.method,
    rule: rule.countRule,
    seats: rule.seats,
    ...(rule.budgetCents === null ? {} : { budget: inCurrency(rule.budgetCents) }),
    closed: rule.closesAt,
    options: [...rule.options]
      .sort((a, b) => a.lot - b.lot)
      .map(({ id, lot, label, costCents }) => ({
        id: publicOptionId(lot),
        label,
        ...(costCents === null ? {} : { cost: inCurrency(costCents) }),
        ...(withdrawn.includes(id) ? { withdrawn: /** @type {const} */ (true) } : {}),
      })),
    result: publishedResultOf(rule, result),
    ballots: papers.map((paper) => ballotOf(rule, paper, ids)),
  };
}

/** @param {Pick<ElectionRule, 'options'>} rule @returns {ReadonlyMap<string, string>} */
const publicIdsOf = (rule) => new Map(rule.options.map(({ id, lot }) => [id, publicOptionId(lot)]));

/**
 * What a recount has to come to, under the names the published files use.
 * @param {Pick<ElectionRule, 'options'>} rule
 * @param {Pick<CountedResult, 'winners' | 'counts' | 'rounds'>} result
 * @returns {PublishedResult}
 */
export function publishedResultOf(rule, { winners, counts, rounds }) {
  const ids = publicIdsOf(rule);
  /**
   * @template T
   * @param {readonly (readonly [string, T])[]} entries
   * @returns {Record<string, T>}
   */
  const named = (entries) =>
    Object.fromEntries(
      entries
        .map(([id, value]) => /** @type {const} */ ([ids.get(id) ?? '', value]))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return {
    winners: winners.map((id) => ids.get(id) ?? ''),
    votes: named(counts.map(({ optionId, votes }) => [optionId, votes])),
    ...(rounds && { rounds: rounds.map(({ votes }) => named(Object.entries(votes))) }),
  };
}

/**
 * @param {ElectionRule} rule
 * @param {BallotPaper} paper
 * @param {ReadonlyMap<string, string>} ids
 * @returns {PublishedBallot}
 */
function ballotOf(rule, { choices, points }, ids) {
  const named = choices.map((choice) => ids.get(choice) ?? '');
  if (rule.method === 'RANKING') return named;
  if (rule.method !== 'POINTS') return named.sort();
  return named
    .map((id, index) => /** @type {const} */ ([id, points[index] ?? 0]))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
