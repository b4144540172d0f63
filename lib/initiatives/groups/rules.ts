import type { InitiativeState } from './types';

export const GROUP_STATES = ['FORMING', 'ACTIVE', 'RESTING', 'ENDED'] as const;

const WAYS: Record<InitiativeState, readonly InitiativeState[]> = {
  FORMING: ['ACTIVE', 'ENDED'],
  ACTIVE: ['RESTING', 'ENDED'],
  RESTING: ['ACTIVE', 'ENDED'],
  // Neighbours come together again.
  ENDED: ['FORMING'],
};

/** What can become of a group from here (domain research, 3.3). */
export function groupStatesFrom(state: InitiativeState): readonly InitiativeState[] {
  return WAYS[state];
}

/** Past tense for the audit. */
export const GROUP_AUDIT = {
  FORMING: 'initiative.revived',
  ACTIVE: 'initiative.activated',
  RESTING: 'initiative.rested',
  ENDED: 'initiative.ended',
} as const satisfies Record<InitiativeState, string>;
