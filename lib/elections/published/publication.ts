import { publicOptionId } from '../results/election';
import type { BallotPaper, CountedResult, ElectionRule } from '../results/types';
import type { BallotFile, Publication, PublishedBallot, PublishedResult } from '../types';

/**
 * The files a poll's ballots are published in: none where too few took part. The Pabulib format
 * knows no number of seats, so where several options win there is the form for rankings as well.
 */
export function ballotFilesOf(
  rule: Pick<ElectionRule, 'method' | 'seats'>,
  { head }: Pick<CountedResult, 'head'>,
): BallotFile[] {
  if (!head) return [];
  const asRanking = rule.method === 'RANKING' || (rule.seats > 1 && rule.method !== 'POINTS');
  return ['json', 'csv', 'pb', ...(asRanking ? (['blt'] as const) : [])];
}

const inCurrency = (cents: number) => (cents / 100).toFixed(2);

/**
 * All ballots of a counted poll as everybody may have them: no person, no way they came on, no time.
 * @param poll its number
 * @param papers in the random order of the box
 */
export function publicationOf(
  poll: number,
  rule: ElectionRule,
  papers: readonly BallotPaper[],
  result: Pick<CountedResult, 'winners' | 'counts' | 'rounds' | 'withdrawn'>,
): Omit<Publication, 'head'> {
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
        ...(withdrawn.includes(id) ? { withdrawn: true as const } : {}),
      })),
    result: publishedResultOf(rule, result),
    ballots: papers.map((paper) => ballotOf(rule, paper, ids)),
  };
}

const publicIdsOf = (rule: Pick<ElectionRule, 'options'>): ReadonlyMap<string, string> =>
  new Map(rule.options.map(({ id, lot }) => [id, publicOptionId(lot)]));

/** What a recount has to come to, under the names the published files use. */
export function publishedResultOf(
  rule: Pick<ElectionRule, 'options'>,
  { winners, counts, rounds }: Pick<CountedResult, 'winners' | 'counts' | 'rounds'>,
): PublishedResult {
  const ids = publicIdsOf(rule);
  const named = <T>(entries: readonly (readonly [string, T])[]) =>
    Object.fromEntries(
      entries
        .map(([id, value]) => [ids.get(id) ?? '', value] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return {
    winners: winners.map((id) => ids.get(id) ?? ''),
    votes: named(counts.map(({ optionId, votes }) => [optionId, votes])),
    ...(rounds && { rounds: rounds.map(({ votes }) => named(Object.entries(votes))) }),
  };
}

function ballotOf(
  rule: ElectionRule,
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
