/**
 * What everybody may have of a counted poll.
 * @import { BallotPaper, CountedResult, CountRule, ElectionRule, Publishes } from '../results/types'
 * @import { BallotFile, Publication, PublishedBallot, PublishedResult, PublishedTable } from '../types'
 */
import { publicOptionId } from '../results/election.mjs';

/**
 * What a recount by this rule needs: sums for most; rankings and shares can be counted only from whole
 * ballots, so of them everybody gets the table the count came to.
 * @param {Pick<ElectionRule, 'method' | 'countRule'>} rule
 * @returns {Publishes}
 */
export const publishesOf = ({ method, countRule }) =>
  method === 'RANKING' || countRule === 'mes_cost_add1u' ? 'table' : 'marks';

/**
 * The files of what is published of a poll's ballots: none where too few took part. Other programs count
 * ballots, so they are of use only where each mark is one.
 * @param {Pick<ElectionRule, 'method' | 'seats'>} rule
 * @param {Pick<CountedResult, 'head' | 'publishes'>} result
 * @returns {BallotFile[]}
 */
export function ballotFilesOf(rule, { head, publishes }) {
  if (!head) return [];
  if (publishes === 'table') return ['table'];
  const isWhole = !publishes || rule.method === 'YES_NO' || rule.method === 'ONE';
  if (!isWhole) return ['json', 'csv'];
  const asRanking = rule.method === 'RANKING' || (rule.seats > 1 && rule.method !== 'POINTS');
  return ['json', 'csv', 'pb', ...(asRanking ? [/** @type {const} */ ('blt')] : [])];
}

/** @param {number} cents */
const inCurrency = (cents) => (cents / 100).toFixed(2);

/**
 * What stands before ballots and table alike.
 * @param {number} poll its number
 * @param {ElectionRule} rule
 * @param {Pick<CountedResult, 'withdrawn'>} result
 */
const frameOf = (poll, rule, { withdrawn = [] }) => ({
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
});

/** @typedef {Pick<CountedResult, 'winners' | 'counts' | 'rounds' | 'withdrawn'>} Came */

/**
 * All whole ballots of a counted poll: no person, no way they came on, no time. Only for those who count
 * again for all.
 * @param {number} poll its number
 * @param {ElectionRule} rule
 * @param {readonly BallotPaper[]} papers in the random order of the box
 * @param {Came} result
 * @param {string} [salt]
 * @returns {Omit<Publication, 'head'>}
 */
export function publicationOf(poll, rule, papers, result, salt) {
  const ids = publicIdsOf(rule);
  return {
    format: 'poll-ballots/1',
    ...frameOf(poll, rule, result),
    ...(salt === undefined ? {} : { salt }),
    result: publishedResultOf(rule, result),
    ballots: papers.map((paper) => ballotOf(rule, paper, ids)),
  };
}

/**
 * The same cut to pieces, one for each mark, in the order of the options: made of the sums, so that nothing
 * else of a ballot can be in it.
 * @param {number} poll its number
 * @param {ElectionRule} rule
 * @param {Came & Pick<CountedResult, 'abstentions'>} result
 * @returns {Omit<Publication, 'head'>}
 */
export function marksOf(poll, rule, result) {
  const { votes, ...came } = publishedResultOf(rule, result);
  const isPoints = rule.method === 'POINTS';
  /** @type {(entry: [string, number]) => PublishedBallot[]} */
  const pieceOf = ([id, given]) =>
    isPoints ? [[[id, given]]] : Array.from({ length: given }, () => [id]);
  const pieces = Object.entries(votes)
    .filter(([, given]) => given > 0)
    .flatMap(pieceOf);
  const empty = Array.from({ length: result.abstentions }, () => []);
  return {
    format: 'poll-ballots/1',
    ...frameOf(poll, rule, result),
    cut: 'marks',
    result: { ...came, votes },
    ballots: [...pieces, ...empty],
  };
}

/**
 * The table a count from whole ballots came to.
 * @param {number} poll its number
 * @param {ElectionRule} rule
 * @param {CountedResult} result
 * @returns {PublishedTable}
 */
export function tableOf(poll, rule, result) {
  const { duels, purchases, quota } = result;
  const ids = publicIdsOf(rule);
  /** @param {string} id */
  const named = (id) => ids.get(id) ?? '';
  return {
    format: 'poll-table/1',
    ...frameOf(poll, rule, result),
    cast: result.ballots,
    abstentions: result.abstentions,
    result: {
      ...publishedResultOf(rule, result),
      ...(quota === undefined ? {} : { quota }),
      ...(duels && {
        pairs: duels.map(
          ({ options: [a, b], votes: [forA, forB] }) =>
            /** @type {const} */ ([named(a), named(b), forA, forB]),
        ),
      }),
      ...(purchases && {
        purchases: purchases.map(({ optionId, supporters, share, payers, partial = 0 }) => ({
          ...{ id: named(optionId), supporters, share, payers, partial },
        })),
      }),
    },
    head: result.head,
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
