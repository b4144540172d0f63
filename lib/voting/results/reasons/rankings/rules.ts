import type { PollResult, PollRound, PollRule } from '../../../types';
import type { Reason, ReasonKey } from '../types';

/** Votes, given as text with the decimals of the rule, with at most two of them. */
const votesIn = (round: PollRound | undefined, id: string): number =>
  Math.round(Number(round?.votes[id] ?? 0) * 100) / 100;

type Found = {
  key: ReasonKey;
  numbers: Record<string, number>;
  gap?: number;
  options?: string[];
};

const reason = (
  optionId: string,
  won: boolean,
  { key, numbers, gap = 0, options = [] }: Found,
): Reason => ({ optionId, won, key, numbers, money: {}, options, gap });

/** Instant run-off: when somebody left, and who had more than half in the end. */
export function reasonsOfRunoff({ rounds = [], winners }: PollResult): Reason[] {
  const last = rounds.at(-1);
  const of = Object.values(last?.votes ?? {}).reduce((sum, votes) => sum + Number(votes), 0);
  return winners.length === 0
    ? []
    : Object.keys(rounds[0]?.votes ?? {}).map((id) => {
        const round = rounds.findIndex(({ excluded }) => excluded.includes(id));
        if (winners.includes(id)) {
          const numbers = { round: rounds.length, votes: votesIn(last, id), of };
          return reason(id, true, { key: 'majority', numbers });
        }
        if (round >= 0) return leftIn(id, round, votesIn(rounds[round], id), rounds.length);
        const gap = votesIn(last, winners[0] ?? '') - votesIn(last, id);
        const numbers = { round: rounds.length, votes: votesIn(last, id), gap };
        return reason(id, false, { key: 'second', numbers, gap, options: winners });
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
export function reasonsOfTransfers({ rounds = [], winners, quota = '0' }: PollResult): Reason[] {
  const last = rounds.at(-1);
  const needed = Number(quota);
  return Object.keys(rounds[0]?.votes ?? {}).map((id) => {
    // Who is only left over for a free seat is named in the last round too, without the quota.
    const elected = rounds.findIndex(
      (round) => round.elected.includes(id) && Number(round.votes[id] ?? 0) >= needed,
    );
    if (winners.includes(id) && elected >= 0) {
      const numbers = { round: elected + 1, votes: votesIn(rounds[elected], id), needed };
      return reason(id, true, { key: 'stvSeat', numbers });
    }
    const votes = votesIn(last, id);
    if (winners.includes(id))
      return reason(id, true, { key: 'stvRest', numbers: { votes, needed } });
    // Whoever is excluded is named in the round that follows.
    const left = rounds.findIndex(({ excluded }) => excluded.includes(id)) - 1;
    if (left >= 0) return leftIn(id, left, votesIn(rounds[left], id), rounds.length);
    const gap = Math.round((needed - votes) * 100) / 100;
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
  { options }: Pick<PollRule, 'options'>,
  result: PollResult,
): Reason[] {
  const { winners, duels = [] } = result;
  if (winners.length === 0) return [];
  return options
    .filter(({ id }) => !result.withdrawn?.includes(id))
    .map(({ id }) => {
      const own = duels.flatMap(({ options: [a, b], votes: [forA, forB] }): Duel[] => {
        if (a === id) return [{ other: b, own: forA, others: forB }];
        return b === id ? [{ other: a, own: forB, others: forA }] : [];
      });
      return winners.includes(id) ? aheadIn(id, own) : behindIn(id, own, winners);
    });
}

function aheadIn(id: string, duels: readonly Duel[]): Reason {
  const [closest] = [...duels].sort((a, b) => a.own - a.others - (b.own - b.others));
  const wins = duels.filter(({ own, others }) => own > others).length;
  if (!closest || wins < duels.length) {
    return reason(id, true, { key: 'duelsMost', numbers: { wins, duels: duels.length } });
  }
  const numbers = { duels: duels.length, own: closest.own, others: closest.others };
  return reason(id, true, { key: 'duelsAll', numbers, options: [closest.other] });
}

function behindIn(id: string, duels: readonly Duel[], winners: readonly string[]): Reason {
  const [lost] = duels
    .filter(({ other, own, others }) => winners.includes(other) && own < others)
    .sort((a, b) => a.others - a.own - (b.others - b.own));
  if (!lost) {
    return reason(id, false, {
      ...{ key: 'duelCircle', numbers: {}, options: [...winners] },
      gap: 1e9,
    });
  }
  const { own, others, other } = lost;
  const gap = others - own;
  return reason(id, false, {
    key: 'duelLost',
    numbers: { own, others, gap },
    gap,
    options: [other],
  });
}
