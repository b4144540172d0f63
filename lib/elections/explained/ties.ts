import type { CountedResult, ElectionRule, PollCount, PollTie, StoredTie } from '../results/types';

/** A tie as it is told: the key of its sentence and the options it names, each list in the order of the lot. */
export interface TieClaim {
  key: TieKey;
  between: string[];
  /** Who was left for the lot; all of them, or those whom earlier rounds had not told apart. */
  drawn: string[];
  chosen: string[];
}

export type TieKey =
  | 'shared'
  | 'wins'
  | 'paid'
  | 'leaves'
  | 'leavesEarlier'
  | 'leavesDrawn'
  | 'passes'
  | 'passesEarlier'
  | 'passesDrawn';

/** Ties that decided something, for telling how. */
export function tiesOf(
  rule: Pick<ElectionRule, 'method' | 'options'>,
  result: Pick<CountedResult, 'ties' | 'winners' | 'rounds'>,
): TieClaim[] {
  const { ties, winners } = result;
  const inLot = lotOf(rule);
  return ties
    .map((tie) => toldOf(result, tie))
    .filter(
      ({ between, about }) => about !== 'is-paid' || between.some((id) => !winners.includes(id)),
    )
    .map((tie) => ({
      key: keyOf(tie),
      between: inLot(tie.between),
      drawn: inLot(tie.drawn ?? tie.between),
      chosen: inLot(tie.chosen),
    }));
}

function lotOf({ options }: Pick<ElectionRule, 'options'>): (ids: readonly string[]) => string[] {
  const places = new Map(options.map(({ id, lot }) => [id, lot]));
  return (ids) => [...ids].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/** A tie with everything results say of it by now. */
function toldOf(count: Pick<PollCount, 'rounds'>, tie: StoredTie): PollTie {
  const by = tie.by === 'id' ? 'lot' : tie.by;
  return { ...tie, by, about: tie.about ?? aboutOf(count, tie) };
}

/** In a count by rounds whoever was chosen once either left or passed on a surplus, never both. */
function aboutOf({ rounds = [] }: Pick<PollCount, 'rounds'>, { chosen, by }: StoredTie) {
  const [one = ''] = chosen;
  if (by === 'id') return 'is-paid';
  if (rounds.some(({ excluded }) => excluded.includes(one))) return 'leaves';
  return rounds.some(({ surplus }) => surplus.includes(one)) ? 'passes-on' : 'wins';
}

const IN_ROUNDS = { leaves: 'leaves', 'passes-on': 'passes' } as const;

function keyOf({ about, by, drawn }: PollTie): TieKey {
  if (by === 'shared') return 'shared';
  if (about === 'wins') return 'wins';
  if (about === 'is-paid') return 'paid';
  if (by === 'earlier-round') return `${IN_ROUNDS[about]}Earlier`;
  return drawn ? `${IN_ROUNDS[about]}Drawn` : IN_ROUNDS[about];
}
