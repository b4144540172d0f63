import { prevailingIn } from '../results/duels.mjs';
import type { CountedResult, ElectionRule, PollRound } from '../results/types';
import type { Reason, ReasonKey } from './types';

/** Votes, given as text with the decimals of the rule. */
const votesIn = (round: PollRound | undefined, id: string): number => Number(round?.votes[id] ?? 0);

/** Differences of numbers with five decimals have no more. */
const difference = (a: number, b: number) => Math.round((a - b) * 1e5) / 1e5;

type Found = {
  key: ReasonKey;
  numbers: Record<string, number>;
  gap?: number;
  options?: readonly string[];
};

const reason = (
  optionId: string,
  won: boolean,
  { key, numbers, gap = 0, options = [] }: Found,
): Reason => ({ optionId, won, key, numbers, money: {}, options, gap });

/** Instant run-off: when somebody left, and who had more than half or was left over in the end. */
export function reasonsOfRunoff({ rounds = [], winners }: CountedResult): Reason[] {
  const [winner] = winners;
  if (winner === undefined) return [];
  const last = rounds.at(-1);
  return Object.keys(rounds[0]?.votes ?? {}).map((id) => {
    const round = rounds.findIndex(({ excluded }) => excluded.includes(id));
    const numbers = { round: rounds.length, votes: votesIn(last, id) };
    if (id === winner) return winnerOf(id, numbers, last);
    if (round >= 0) return leftIn(id, round, votesIn(rounds[round], id), rounds.length);
    const gap = difference(votesIn(last, winner), numbers.votes);
    return reason(id, false, {
      key: 'second',
      numbers: { ...numbers, gap },
      gap,
      options: winners,
    });
  });
}

/** Of two who were equal to the end one is left over: that is not more than half. */
function winnerOf(id: string, numbers: Record<string, number>, last: PollRound | undefined) {
  const of = Object.values(last?.votes ?? {}).reduce((sum, votes) => sum + Number(votes), 0);
  const isAhead = 2 * votesIn(last, id) > of;
  const options = isAhead ? [] : (last?.excluded ?? []);
  return reason(id, true, {
    ...{ key: isAhead ? 'majority' : 'lastLeft', numbers: { ...numbers, of }, options },
  });
}

/** The later somebody leaves, the closer they came. */
const leftIn = (id: string, round: number, votes: number, rounds: number): Reason =>
  reason(id, false, {
    key: 'out',
    numbers: { round: round + 1, votes },
    gap: 1e9 + (rounds - round) * 1e6 - votes,
  });

/** Single transferable vote: who reached the quota when, and who left. */
export function reasonsOfTransfers({ rounds = [], winners, quota = '0' }: CountedResult): Reason[] {
  const last = rounds.at(-1);
  const needed = Number(quota);
  return Object.keys(rounds[0]?.votes ?? {}).map((id) => {
    // Who is only left over for a free seat is named in the last round too, without the quota.
    const elected = rounds.findIndex(
      (round) => round.elected.includes(id) && votesIn(round, id) >= needed,
    );
    if (winners.includes(id) && elected >= 0) {
      const numbers = { round: elected + 1, votes: votesIn(rounds[elected], id), needed };
      return reason(id, true, { key: 'stvSeat', numbers });
    }
    const votes = votesIn(last, id);
    if (winners.includes(id)) {
      return reason(id, true, { key: 'stvRest', numbers: { votes, needed } });
    }
    // Whoever is excluded is named in the round that follows.
    const left = rounds.findIndex(({ excluded }) => excluded.includes(id)) - 1;
    if (left >= 0) return leftIn(id, left, votesIn(rounds[left], id), rounds.length);
    const gap = difference(needed, votes);
    return reason(id, false, { key: 'stvLeft', numbers: { votes, needed, gap }, gap });
  });
}

interface Duel {
  other: string;
  own: number;
  others: number;
}

/** Schulze: every option compared with every other. */
export function reasonsOfDuels(
  { options, countRule }: Pick<ElectionRule, 'options' | 'countRule'>,
  result: CountedResult,
): Reason[] {
  const { winners, duels = [] } = result;
  if (winners.length === 0) return [];
  const prevails = prevailingIn(countRule, duels);
  return options
    .filter(({ id }) => !result.withdrawn?.includes(id))
    .map(({ id }) => {
      const own = duels.flatMap(({ options: [a, b], votes: [forA, forB] }): Duel[] => {
        if (a === id) return [{ other: b, own: forA, others: forB }];
        return b === id ? [{ other: a, own: forB, others: forA }] : [];
      });
      if (winners.includes(id)) return aheadIn(id, own);
      const ahead = winners.filter((other) => prevails(other, id));
      return behindIn(id, own, ahead);
    });
}

function aheadIn(id: string, duels: readonly Duel[]): Reason {
  const [closest] = [...duels].sort((a, b) => a.own - a.others - (b.own - b.others));
  const wins = duels.filter(({ own, others }) => own > others).length;
  if (!closest || wins < duels.length) {
    return reason(id, true, { key: 'duelsUnbeaten', numbers: { wins, duels: duels.length } });
  }
  const numbers = { duels: duels.length, own: closest.own, others: closest.others };
  return reason(id, true, { key: 'duelsAll', numbers, options: [closest.other] });
}

/** @param ahead winners that prevail over it, in a comparison or through a chain */
function behindIn(id: string, duels: readonly Duel[], ahead: readonly string[]): Reason {
  const [lost] = duels
    .filter(({ other, own, others }) => ahead.includes(other) && own < others)
    .sort((a, b) => a.others - a.own - (b.others - b.own));
  if (!lost) return reason(id, false, { key: 'duelChain', numbers: {}, options: ahead, gap: 1e9 });
  const { own, others, other } = lost;
  const gap = others - own;
  const numbers = { own, others, gap };
  return reason(id, false, { key: 'duelLost', numbers, gap, options: [other] });
}
