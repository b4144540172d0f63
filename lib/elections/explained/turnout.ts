import type { CountedResult, ElectionRule } from '../results/types';

/** A sentence about how many took part: its key, and the numbers in it. */
export interface TurnoutClaim {
  key:
    | 'ballots'
    | 'ballotsValid'
    | 'agrees'
    | 'abstentions'
    | 'spoiled'
    | 'notReturned'
    | 'agreesTogether'
    | 'rights'
    | 'hands'
    | 'handsAbstained'
    | 'handsSpoiled';
  params: { ballots: number; rights: number; n: number };
}

type Turnout = Pick<CountedResult, 'ballots' | 'spoiled' | 'usedRights'> & {
  byHands: boolean;
  /** Left out where it would say too much. */
  abstentions?: number;
};

export function turnoutOf(result: Turnout): TurnoutClaim[] {
  const { ballots, abstentions = 0, spoiled, usedRights: rights, byHands } = result;
  const claim = (key: TurnoutClaim['key'], n = 0): TurnoutClaim[] => [
    { key, params: { ballots, rights, n } },
  ];
  const some = (key: TurnoutClaim['key'], n: number) => (n > 0 ? claim(key, n) : []);
  // Where hands were counted there are no ballots, no roll and no receipts to speak of.
  if (byHands) {
    return [
      ...claim('hands'),
      ...some('handsAbstained', abstentions),
      ...some('handsSpoiled', spoiled),
    ];
  }
  const notReturned = rights - ballots - spoiled;
  const isPlain = spoiled === 0 && notReturned === 0;
  return [
    ...claim(spoiled > 0 ? 'ballotsValid' : 'ballots'),
    ...(isPlain ? claim('agrees') : []),
    ...some('abstentions', abstentions),
    ...some('spoiled', spoiled),
    ...some('notReturned', notReturned),
    // More papers than people on the roll: both numbers, and nothing that says they agree.
    ...(isPlain ? [] : claim(notReturned < 0 ? 'rights' : 'agreesTogether')),
  ];
}

/** Whether a ballot with several answers is why there are more votes than ballots. */
export function hasMoreVotes(
  { method }: Pick<ElectionRule, 'method'>,
  { counts, ballots }: Pick<CountedResult, 'counts' | 'ballots'>,
): boolean {
  if (method !== 'UP_TO' && method !== 'BUDGET') return false;
  return counts.reduce((sum, { votes }) => sum + votes, 0) > ballots;
}
