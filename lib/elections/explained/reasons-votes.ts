import type { CountedResult, ElectionRule } from '../results/types';
import type { Reason, ReasonKey } from './types';

/** Most votes or points win: how many, and how many more the last winner has. */
export function reasonsOfVotes(rule: Pick<ElectionRule, 'seats'>, result: CountedResult): Reason[] {
  const votesOf = new Map(result.counts.map(({ optionId, votes }) => [optionId, votes]));
  const needed = Math.min(...result.winners.map((id) => votesOf.get(id) ?? 0));
  const gone = Math.max(0, ...(result.withdrawn ?? []).map((id) => votesOf.get(id) ?? 0));
  return result.counts
    .filter(({ votes }) => votes > 0)
    .map(({ optionId, votes }) => {
      const won = result.winners.includes(optionId);
      const gap = won ? 0 : needed - votes;
      return {
        ...{ optionId, won, gap },
        key: keyOf(rule, result, optionId, gone >= votes),
        numbers: { votes, gap, seats: rule.seats },
        money: {},
        options: others(result, optionId),
      };
    });
}

/** @param isBehindWithdrawn what stands no longer on offer got at least as many */
function keyOf(
  { seats }: Pick<ElectionRule, 'seats'>,
  { winners, ties }: CountedResult,
  id: string,
  isBehindWithdrawn: boolean,
): ReasonKey {
  const won = winners.includes(id);
  const tie = ties.find(({ between }) => between.includes(id));
  if (tie?.by === 'lot') return won ? 'lotWon' : 'lotLost';
  if (!won) return seats > 1 ? 'behindSeat' : 'behind';
  if (seats > 1) return 'seat';
  if (winners.length > 1) return 'shared';
  return isBehindWithdrawn ? 'mostLeft' : 'most';
}

/** Whom a sentence compares with: the equal ones, or who is ahead. */
function others({ winners, ties }: CountedResult, id: string): string[] {
  const tie = ties.find(({ between }) => between.includes(id));
  return (tie?.between ?? winners).filter((other) => other !== id);
}
