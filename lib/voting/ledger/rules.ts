import type { Publication, PublishedBallot } from '../counting/chain.mjs';
import { publicOptionId } from '../results/rules';
import type { BallotPaper, PollRule } from '../types';

const inCurrency = (cents: number) => (cents / 100).toFixed(2);

/**
 * All ballots of a counted poll as everybody may have them: no person, no way they came on, no time.
 * @param poll its number
 * @param papers in the random order of the box
 * @param withdrawn ids of options withdrawn by law
 */
export function publicationOf(
  poll: number,
  rule: PollRule,
  papers: readonly BallotPaper[],
  withdrawn: readonly string[],
): Omit<Publication, 'head'> {
  const ids = new Map(rule.options.map(({ id, lot }) => [id, publicOptionId(lot)]));
  return {
    format: 'stadtteilforum-ballots/1',
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
        ...(withdrawn.includes(id) ? { withdrawn: true as const } : {}),
      })),
    ballots: papers.map((paper) => ballotOf(rule, paper, ids)),
  };
}

function ballotOf(
  rule: PollRule,
  { choices, points }: BallotPaper,
  ids: ReadonlyMap<string, string>,
): PublishedBallot {
  const named = choices.map((choice) => ids.get(choice) ?? '');
  if (rule.method === 'RANKING') return named;
  if (rule.method !== 'POINTS') return named.sort();
  return named
    .map((id, index) => [id, points[index] ?? 0] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
