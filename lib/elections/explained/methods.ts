import type { CountRule, ElectionRule, PollMethod } from '../results/types';

/** Methods in the order in which the office is offered them: the simple ones first. */
export const METHODS = [
  'ONE',
  'YES_NO',
  'UP_TO',
  'RANKING',
  'POINTS',
  'BUDGET',
] as const satisfies readonly PollMethod[];

/** How each method can be counted; the first is what is suggested. */
export const RULES_OF = {
  YES_NO: ['plurality'],
  ONE: ['plurality'],
  UP_TO: ['approval'],
  POINTS: ['points'],
  RANKING: ['irv', 'schulze_winning_votes', 'schulze_margins', 'stv_scottish'],
  BUDGET: ['mes_cost_add1u', 'greedy_votes', 'greedy_votes_per_cost'],
} as const satisfies Record<PollMethod, readonly CountRule[]>;

/** The sentence that tells how to fill in the ballot. */
export type FillKey = 'yesNo' | 'one' | 'upTo' | 'points' | 'pointsTotal' | 'ranking' | 'budget';

export function fillKey({
  method,
  pointsTotal,
}: Pick<ElectionRule, 'method' | 'pointsTotal'>): FillKey {
  switch (method) {
    case 'YES_NO':
      return 'yesNo';
    case 'ONE':
      return 'one';
    case 'UP_TO':
      return 'upTo';
    case 'POINTS':
      return pointsTotal === null ? 'points' : 'pointsTotal';
    case 'RANKING':
      return 'ranking';
    case 'BUDGET':
      return 'budget';
  }
}
