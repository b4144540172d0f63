import type { ElectionRule, PollCount, PollResult } from '../results/types';
import { reasonsOfBudget, reasonsOfShares } from './reasons-budget';
import { reasonsOfDuels, reasonsOfRunoff, reasonsOfTransfers } from './reasons-ranking';
import { reasonsOfVotes } from './reasons-votes';
import type { Lead, Purchase, Reason, Served } from './types';

/** Groups smaller than this are not shown. */
const SMALLEST_GROUP = 5;

/**
 * One sentence for each option, winners first, the others by how close they came.
 * @param result counted by the rule of the poll
 */
export function reasonsOf(rule: ElectionRule, result: PollResult): Reason[] {
  const known = explained(rule, result);
  const reasons = rule.options.map(({ id }) => {
    if (result.withdrawn?.includes(id)) return plain(id, 'withdrawn');
    return known.find(({ optionId }) => optionId === id) ?? plain(id, 'nobody');
  });
  // Where the money was spent in turns they are told in this order, else in that of the result.
  const inTurns = known.filter(({ won }) => won).map(({ optionId }) => optionId);
  const order = /^greedy_/.test(rule.countRule) ? inTurns : result.winners;
  const place = ({ optionId, won }: Reason) => (won ? order.indexOf(optionId) : order.length);
  return reasons.sort((a, b) => place(a) - place(b) || a.gap - b.gap);
}

const plain = (optionId: string, key: 'withdrawn' | 'nobody'): Reason => ({
  ...{ optionId, key, won: false },
  ...{ numbers: {}, money: {}, options: [] },
  gap: Number.POSITIVE_INFINITY,
});

function explained(rule: ElectionRule, result: PollResult): Reason[] {
  switch (rule.countRule) {
    case 'plurality':
    case 'approval':
    case 'points':
      return reasonsOfVotes(rule, result);
    case 'greedy_votes':
    case 'greedy_votes_per_cost':
      return reasonsOfBudget(rule, result);
    case 'mes_cost_add1u':
      return reasonsOfShares(rule, result);
    case 'irv':
      return reasonsOfRunoff(result);
    case 'stv_scottish':
      return reasonsOfTransfers(result);
    case 'schulze_margins':
    case 'schulze_winning_votes':
      return reasonsOfDuels(rule, result);
  }
}

/** The result in one sentence. */
export function leadOf(rule: ElectionRule, result: PollResult): Lead {
  const { winners, ballots } = result;
  if (winners.length === 0) return { key: emptyKey(rule, result) };
  if (!result.quorumReached) return { key: 'noQuorum', ballots, quorum: rule.quorum };
  if (rule.budgetCents !== null) {
    const { costCents: cost, leftCents: left } = purchaseOf(rule, result, result);
    return { key: 'projects', options: winners, cost, left };
  }
  if (rule.seats === 1 && winners.length > 1) return { key: 'tied', options: winners };
  if (winners.length > 1) return { key: 'several', options: winners };
  return yesOrNo(rule, result) ?? { key: 'one', options: winners };
}

/** Why there is nothing to recommend. */
function emptyKey({ budgetCents }: ElectionRule, result: PollResult) {
  const { ballots, abstentions, spoiled, counts, withdrawn = [] } = result;
  if (ballots === 0) return spoiled > 0 ? 'spoiled' : 'nobody';
  if (abstentions === ballots) return 'abstained';
  const isWanted = counts.some(({ optionId, votes }) => votes > 0 && !withdrawn.includes(optionId));
  return budgetCents !== null && isWanted ? 'nothingFits' : 'onlyWithdrawn';
}

/** Which of the two got more votes, and how many. */
function yesOrNo({ method, options }: ElectionRule, { winners, counts, withdrawn }: PollResult) {
  const [winner = ''] = winners;
  const other = options.find(({ id }) => id !== winner);
  if (method !== 'YES_NO' || !other || withdrawn) return null;
  const votes = (id: string) => counts.find(({ optionId }) => optionId === id)?.votes ?? 0;
  return {
    key: winner === options[0]?.id ? ('yes' as const) : ('no' as const),
    ...{ options: winners, other: other.id },
    votes: [votes(winner), votes(other.id)] as [number, number],
  };
}

/** What the rule of the poll buys, and what the other rule would buy with the same ballots. */
export function purchasesOf(rule: ElectionRule, result: PollResult): Purchase[] {
  if (rule.budgetCents === null) return [];
  const counts = result.comparison ? [result, result.comparison] : [result];
  return counts.map((count) => purchaseOf(rule, count, result));
}

function purchaseOf(
  rule: ElectionRule,
  count: PollCount,
  { ballots, rule: own }: PollResult,
): Purchase {
  const costCents = rule.options
    .filter(({ id }) => count.winners.includes(id))
    .reduce((sum, option) => sum + (option.costCents ?? 0), 0);
  return {
    rule: count.rule,
    applies: count.rule === own,
    winners: count.winners,
    costCents,
    leftCents: (rule.budgetCents ?? 0) - costCents,
    served: servedOf(count.served ?? 0, ballots),
  };
}

/** A number of people that leaves no small group on either side. */
export function servedOf(people: number, of: number): Served {
  if (people === 0) return { key: 'none' };
  if (people === of) return { key: 'all' };
  if (people < SMALLEST_GROUP) return { key: 'few' };
  return of - people < SMALLEST_GROUP ? { key: 'nearlyAll' } : { key: 'some', people, of };
}
