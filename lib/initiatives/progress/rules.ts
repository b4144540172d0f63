import { asksForMoney } from '../rules';
import type { RequestStep, SupportKind, SupportState } from '../types';
import { undone } from '../undoing/rules';

export type ArcKey = 'received' | 'offered' | 'decision' | 'confirmed' | 'completed' | 'ended';

/** One light of the candle arc. */
export interface ArcLight {
  key: ArcKey;
  lit: boolean;
  current: boolean;
}

const LIGHT_OF: Partial<Record<SupportState, ArcKey>> = {
  RECEIVED: 'received',
  CLARIFYING: 'received',
  OFFERED: 'offered',
  NEEDS_DECISION: 'decision',
  CONFIRMED: 'confirmed',
  IN_PROGRESS: 'confirmed',
  SETTLEMENT_DUE: 'confirmed',
  COMPLETED: 'completed',
};

/** The lights of a request, left to right: lit is what happened, also where it went another way in the end. */
export function progressLights(
  state: SupportState,
  kinds: readonly SupportKind[],
  history: readonly RequestStep[],
): ArcLight[] {
  const way: ArcKey[] = asksForMoney(kinds)
    ? ['received', 'offered', 'decision', 'confirmed', 'completed']
    : ['received', 'offered', 'confirmed', 'completed'];
  const lit = litBy(undone(history, kinds).standing);
  const current = LIGHT_OF[state];
  if (!current) {
    const passed = way.filter((key) => lit.has(key));
    const lights = passed.map((key) => ({ key, lit: true, current: false }));
    return [...lights, { key: 'ended', lit: false, current: true }];
  }
  const reached = way.indexOf(current);
  return way
    .filter((key, index) => index >= reached || lit.has(key))
    .map((key) => ({
      key,
      // It may have been further on and come back.
      lit: key === current || (way.indexOf(key) < reached && lit.has(key)),
      current: key === current,
    }));
}

/** What the history says has happened; to wait for the Forum is not to have its recommendation. */
function litBy(history: readonly RequestStep[]): Set<ArcKey> {
  const lit = new Set<ArcKey>();
  for (const { to, session } of history) {
    const key = LIGHT_OF[to];
    if (key && key !== 'decision') lit.add(key);
    if (session) lit.add('decision');
  }
  return lit;
}
