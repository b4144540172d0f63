import { OUTCOME_FROM, SMALLEST_GROUP } from '../results/shown';
import type { CountedResult, ElectionRule, FewResult, PollCount } from '../results/types';
import { reasonsOfBudget, reasonsOfShares } from './reasons-budget';
import { reasonsOfDuels, reasonsOfRunoff, reasonsOfTransfers } from './reasons-ranking';
import { reasonsOfVotes } from './reasons-votes';
import type { Lead, Purchase, Reason, Served } from './types';

/**
 * One sentence for each option, winners first, the others by how close they came.
 * @param result counted by the rule of the poll
 */
export function reasonsOf(rule: ElectionRule, result: CountedResult): Reason[] {
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

function explained(rule: ElectionRule, result: CountedResult): Reason[] {
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
export function leadOf(rule: ElectionRule, result: CountedResult | FewResult): Lead {
  const { winners, ballots } = result;
  if (!('counts' in result)) return leadOfFew(rule, result);
  if (winners.length === 0) return { key: emptyKey(rule, result) };
  if (!result.quorumReached) return { key: 'noQuorum', ballots, quorum: rule.quorum };
  return aheadOf(rule, result);
}

/** The same without a number of votes. */
function leadOfFew(rule: ElectionRule, result: FewResult): Lead {
  const { winners, ballots } = result;
  if (!result.quorumReached) return { key: 'fewQuorum', ballots, quorum: rule.quorum };
  if (ballots < OUTCOME_FROM) return { key: 'tooFew' };
  return winners.length === 0 ? { key: 'fewNone' } : aheadOf(rule, result);
}

function aheadOf(rule: ElectionRule, result: CountedResult | FewResult): Lead {
  const { winners } = result;
  if (rule.budgetCents !== null) {
    const cost = costOf(rule, winners);
    return { key: 'projects', options: winners, cost, left: rule.budgetCents - cost };
  }
  if (rule.seats === 1 && winners.length > 1) return { key: 'tied', options: winners };
  if (winners.length > 1) return { key: 'several', options: winners };
  return yesOrNo(rule, result) ?? { key: 'one', options: winners };
}

const costOf = ({ options }: ElectionRule, winners: readonly string[]): number =>
  options
    .filter(({ id }) => winners.includes(id))
    .reduce((sum, { costCents }) => sum + (costCents ?? 0), 0);

/** Why there is nothing to recommend. */
function emptyKey({ budgetCents }: ElectionRule, result: CountedResult) {
  const { ballots, abstentions, spoiled, counts, withdrawn = [] } = result;
  if (ballots === 0) return spoiled > 0 ? 'spoiled' : 'nobody';
  if (abstentions === ballots) return 'abstained';
  const isWanted = counts.some(({ optionId, votes }) => votes > 0 && !withdrawn.includes(optionId));
  return budgetCents !== null && isWanted ? 'nothingFits' : 'onlyWithdrawn';
}

/** Which of the two got more votes, and how many, where that is told. */
function yesOrNo({ method, options }: ElectionRule, result: CountedResult | FewResult) {
  const { winners, withdrawn } = result;
  const [winner = ''] = winners;
  const other = options.find(({ id }) => id !== winner);
  if (method !== 'YES_NO' || !other || withdrawn) return null;
  const counts = 'counts' in result ? result.counts : null;
  const votes = (id: string) => counts?.find(({ optionId }) => optionId === id)?.votes ?? 0;
  return {
    key: winner === options[0]?.id ? ('yes' as const) : ('no' as const),
    ...{ options: winners, other: other.id },
    votes: counts && ([votes(winner), votes(other.id)] as [number, number]),
  };
}

/** What the rule of the poll buys, and what the other rule would buy with the same ballots. */
export function purchasesOf(rule: ElectionRule, result: CountedResult): Purchase[] {
  if (rule.budgetCents === null) return [];
  const counts = result.comparison ? [result, result.comparison] : [result];
  return counts.map((count) => purchaseOf(rule, count, result));
}

function purchaseOf(
  rule: ElectionRule,
  count: PollCount,
  { ballots, rule: own }: CountedResult,
): Purchase {
  const costCents = costOf(rule, count.winners);
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
