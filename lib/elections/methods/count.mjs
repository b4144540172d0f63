/**
 * Every rule an election can be counted by, under the name it is known by outside.
 * @import { Election, Outcome } from '../types'
 */
import {
  copeland,
  minimaxByMargins,
  schulzeByMargins,
  schulzeByWinningVotes,
} from './condorcet.mjs';
import { equalShares } from './equal-shares.mjs';
import { greedyByVotes, greedyByVotesPerCost } from './greedy.mjs';
import { sequentialPhragmen } from './phragmen.mjs';
import { approval, plurality, points } from './plurality.mjs';
import { instantRunoff } from './runoff.mjs';
import { scottishTransferableVote } from './transferable.mjs';

/** @typedef {keyof typeof RULES} RuleName */

/** @type {(options: import('./equal-shares.mjs').SharesOptions) => (election: Election) => Outcome} */
const shares = (options) => (election) => equalShares(election, options);

/** @satisfies {Record<string, (election: Election) => Outcome>} */
const RULES = {
  greedy_votes: greedyByVotes,
  greedy_votes_per_cost: greedyByVotesPerCost,
  mes_cost: shares({ satisfaction: 'cost' }),
  mes_cost_u: shares({ satisfaction: 'cost', byVotes: true }),
  mes_cost_add1: shares({ satisfaction: 'cost', stop: 'exhaustive' }),
  mes_cost_add1_integral: shares({ satisfaction: 'cost', stop: 'exhaustive', integral: true }),
  mes_cost_add1_nonexh: shares({ satisfaction: 'cost', stop: 'next-exceeds' }),
  mes_cost_add1u: shares({ satisfaction: 'cost', stop: 'exhaustive', byVotes: true }),
  mes_cost_add1u_integral: shares({
    satisfaction: 'cost',
    stop: 'exhaustive',
    integral: true,
    byVotes: true,
  }),
  mes_cost_add1u_nonexh: shares({ satisfaction: 'cost', stop: 'next-exceeds', byVotes: true }),
  mes_cardinality: shares({ satisfaction: 'cardinality' }),
  phragmen_seq: sequentialPhragmen,
  plurality,
  approval,
  points,
  irv: (/** @type {Election} */ election) => instantRunoff(election),
  schulze_margins: schulzeByMargins,
  schulze_winning_votes: schulzeByWinningVotes,
  copeland,
  minimax_margins: minimaxByMargins,
  stv_scottish: scottishTransferableVote,
};

export const RULE_NAMES = /** @type {RuleName[]} */ (Object.keys(RULES));

const NEED_BUDGET = /^(?:greedy|mes|phragmen)_/;

/**
 * @param {string} name
 * @returns {name is RuleName}
 */
export const isRuleName = (name) => Object.hasOwn(RULES, name);

/**
 * @param {RuleName} rule
 * @returns {boolean} whether the rule gives out a budget
 */
export const needsBudget = (rule) => NEED_BUDGET.test(rule);

/**
 * @param {RuleName} rule
 * @param {Election} election
 * @returns {Outcome} the order of papers never changes it
 * @throws {RangeError} when the rule gives out a budget and the election has none
 */
export const count = (rule, election) => RULES[rule](election);
