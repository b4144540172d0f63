import type { ActivationState } from '../types';

/** Characters of each text; the database holds them, too. */
export const LENGTHS = {
  ...{ name: 120, shortDescription: 300, goal: 300, targetGroups: 300, procedure: 2000 },
  ...{ preparation: 600, duration: 80, frequency: 80, chances: 600, risks: 600, materials: 600 },
  ...{ accessibility: 300, publicName: 120, publicText: 600, publicLearnt: 600, reason: 300 },
} as const;

export type Way =
  | 'decide'
  | 'evaluate'
  | 'reevaluate'
  | 'plan'
  | 'publish'
  | 'publishAgain'
  | 'change'
  | 'discard';

const WAYS: Record<ActivationState, readonly Way[]> = {
  IDEA: ['change', 'discard'],
  CONCEPT: ['plan', 'change', 'discard'],
  IN_TRIAL: ['evaluate', 'plan', 'publish', 'change', 'discard'],
  EVALUATED: ['decide', 'reevaluate', 'plan', 'publish', 'change'],
  ESTABLISHED: ['publish'],
  ADJUSTED: ['publish'],
  DISCARDED: ['publish'],
};

/** What can be done next with a format, the most likely first. */
export function waysOf(state: ActivationState, is: { held: boolean; published: boolean }): Way[] {
  return WAYS[state]
    .filter((way) => (way !== 'evaluate' && way !== 'publish') || is.held)
    .map((way) => (way === 'publish' && is.published ? 'publishAgain' : way));
}
