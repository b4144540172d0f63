import { AWAITING_OFFICE, CLOSED_STATES, type Need } from '../rules';
import type { OfficeRequestStep, SupportState } from '../types';
import type { RequestGroup } from './types';

/** The states of each of the office's lists. */
export const REQUEST_GROUPS = {
  waiting: AWAITING_OFFICE,
  offered: ['OFFERED'],
  decision: ['NEEDS_DECISION'],
  running: ['CONFIRMED', 'IN_PROGRESS', 'SETTLEMENT_DUE'],
  closed: CLOSED_STATES,
} as const satisfies Record<RequestGroup, readonly SupportState[]>;

export const GROUP_NAMES = Object.keys(REQUEST_GROUPS) as RequestGroup[];

export function isRequestGroup(name: unknown): name is RequestGroup {
  return typeof name === 'string' && Object.hasOwn(REQUEST_GROUPS, name);
}

/** How many letters a text of a step needs; the field says so, too. */
export const LEAST = { reason: 5, alternative: 5 } as const satisfies Partial<Record<Need, number>>;

export const leastOf = (name: Need): number | undefined =>
  (LEAST as Partial<Record<Need, number>>)[name];

/** The office did the last step since the request came, so that no form is open as if nothing had been said. */
export function wroteLast(
  state: SupportState,
  history: readonly Pick<OfficeRequestStep, 'by'>[],
): boolean {
  return state !== 'RECEIVED' && history.at(-1)?.by === 'office';
}
