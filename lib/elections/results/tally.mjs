/**
 * A result from the rule and the ballots.
 * @import { Outcome } from '../types'
 * @import { BallotPaper, CountRule, ElectionRule, PollCount, PollPurchase, PollResult, PollRound } from './types'
 */
import { count } from '../methods/count.mjs';
import { duelsOf } from './duels.mjs';
import { CENTS, electionOf, publicOptionId } from './election.mjs';
import { furtherBallots } from './further.mjs';
import { leftOf } from './purses.mjs';

/** Ballots below which single ballots are not published: too few to hide in. */
export const PUBLISHED_FROM = 20;

/**
 * The rule a budget poll is shown by as well, so that everybody sees what difference the rule made.
 * @param {CountRule} rule
 * @returns {CountRule | null}
 */
function comparedWith(rule) {
  if (rule === 'mes_cost_add1u') return 'greedy_votes';
  return rule === 'greedy_votes' || rule === 'greedy_votes_per_cost' ? 'mes_cost_add1u' : null;
}

/**
 * Everything of a result that follows from the rule and the ballots, whatever way they came.
 * @param {ElectionRule} rule
 * @param {readonly BallotPaper[]} papers
 * @param {readonly string[]} withdrawn
 * @returns {Omit<PollResult, 'spoiled' | 'usedRights' | 'channels' | 'head'>}
 */
export function talliedOf(rule, papers, withdrawn) {
  const compared = comparedWith(rule.countRule);
  const count = countPapers(rule, papers, withdrawn);
  return {
    version: 2,
    ...count,
    ...(rule.budgetCents !== null && {
      further: furtherBallots(rule, papers, withdrawn, count.winners),
    }),
    ...(compared && { comparison: countPapers(rule, papers, withdrawn, compared) }),
    ballots: papers.length,
    abstentions: papers.filter(({ choices }) => choices.length === 0).length,
    quorumReached: papers.length >= rule.quorum,
    counts: votesByOption(rule, papers),
    ...(withdrawn.length > 0 && { withdrawn: [...withdrawn] }),
  };
}

/**
 * Counts papers by one rule; the order of papers never matters.
 * @param {ElectionRule} rule
 * @param {readonly BallotPaper[]} papers
 * @param {readonly string[]} [withdrawn]
 * @param {CountRule} [countRule]
 * @returns {PollCount}
 */
export function countPapers(rule, papers, withdrawn = [], countRule = rule.countRule) {
  const outcome = count(countRule, electionOf(rule, papers, withdrawn));
  const ids = new Map(rule.options.map(({ id, lot }) => [publicOptionId(lot), id]));
  /** @type {IdOf} */
  const idOf = (name) => ids.get(name) ?? '';
  const counted = namedByOption(countRule, outcome, idOf);
  // What nobody marked is recommended by nobody, even if it is equal with everything else.
  /** @type {Set<string>} */
  const marked = new Set();
  for (const { choices } of papers) for (const choice of choices) marked.add(choice);
  const winners = counted.winners.filter((id) => marked.has(id));
  return {
    ...counted,
    winners,
    // Nor does it matter who of them goes before.
    ties: counted.ties.filter(({ between }) => between.some((id) => marked.has(id))),
    ...(rule.method === 'BUDGET' && { served: servedBy(winners, papers) }),
    ...(/^schulze_/.test(countRule) && { duels: duelsOf(rule, papers, withdrawn) }),
    ...(counted.purchases && sharesOf(rule, papers, withdrawn, counted.purchases, outcome)),
  };
}

/** @param {readonly string[]} winners @param {readonly BallotPaper[]} papers */
const servedBy = (winners, papers) =>
  papers.filter(({ choices }) => choices.some((choice) => winners.includes(choice))).length;

/**
 * @param {ElectionRule} rule
 * @param {readonly BallotPaper[]} papers
 * @param {readonly string[]} withdrawn
 * @param {readonly PollPurchase[]} purchases
 * @param {Pick<Outcome, 'endowment'>} outcome
 * @returns {Pick<PollCount, 'shares'>}
 */
function sharesOf({ options, budgetCents }, papers, withdrawn, purchases, { endowment }) {
  if (!endowment || papers.length === 0) return {};
  const each = { num: BigInt(budgetCents ?? 0), den: BigInt(papers.length) };
  const atEnd = { num: endowment.num * CENTS, den: endowment.den };
  const bought = purchases.map(({ optionId }) => optionId);
  const left = leftOf(papers, atEnd, purchases);
  return {
    shares: {
      each: [String(each.num), String(each.den)],
      more: Number((atEnd.num * each.den - each.num * atEnd.den) / (atEnd.den * each.den * CENTS)),
      left: options
        .filter(({ id }) => !bought.includes(id) && !withdrawn.includes(id))
        .map(({ id }) => ({ optionId: id, amount: left(id) })),
    },
  };
}

/**
 * What the Forum recommends: nothing where fewer than the quorum took part.
 * @param {Pick<PollResult, 'winners' | 'quorumReached'>} result
 * @returns {string[]}
 */
export const recommendedOf = (result) => (result.quorumReached ? result.winners : []);

/** @typedef {(name: string) => string} IdOf */

/** @param {CountRule} rule @param {Outcome} outcome @param {IdOf} idOf @returns {PollCount} */
function namedByOption(rule, outcome, idOf) {
  const { winners, ties, quota, rounds, purchases } = outcome;
  /** @param {readonly string[]} names */
  const all = (names) => names.map(idOf);
  return {
    rule,
    winners: all(winners),
    ties: ties.map(({ between, chosen, drawn, about, by }) => ({
      ...{ between: all(between), chosen: all(chosen), about },
      ...(drawn && { drawn: all(drawn) }),
      // Options of a poll are numbered by the lot.
      by: by === 'id' ? 'lot' : by,
    })),
    ...(quota === undefined ? {} : { quota }),
    ...(rounds && { rounds: rounds.map((round) => roundOf(round, idOf)) }),
    ...(purchases && {
      purchases: purchases.map(({ id, cost, share, ...people }) => ({
        optionId: idOf(id),
        costCents: Number((cost.num * CENTS) / cost.den),
        share: /** @type {[string, string]} */ ([String(share.num * CENTS), String(share.den)]),
        ...people,
      })),
    }),
  };
}

/** @param {NonNullable<Outcome['rounds']>[number]} round @param {IdOf} idOf @returns {PollRound} */
function roundOf(round, idOf) {
  /** @param {readonly string[]} [names] */
  const all = (names = []) => names.map(idOf);
  return {
    votes: Object.fromEntries(
      Object.entries(round.votes).map(([name, votes]) => [idOf(name), votes]),
    ),
    elected: all(round.elected),
    excluded: all(round.excluded),
    surplus: all(round.surplus),
    exhausted: round.exhausted ?? '0',
  };
}

/**
 * Votes of each option (points where points were given; for rankings first choices), in the order of
 * the ballot.
 * @param {ElectionRule} rule
 * @param {readonly BallotPaper[]} papers
 * @returns {{ optionId: string, votes: number }[]}
 */
function votesByOption(rule, papers) {
  const votes = new Map(rule.options.map((option) => [option.id, 0]));
  for (const { choices, points } of papers) {
    const counted = rule.method === 'RANKING' ? choices.slice(0, 1) : choices;
    counted.forEach((choice, index) => {
      const given = rule.method === 'POINTS' ? (points[index] ?? 0) : 1;
      votes.set(choice, (votes.get(choice) ?? 0) + given);
    });
  }
  return rule.options.map(({ id }) => ({ optionId: id, votes: votes.get(id) ?? 0 }));
}
