import { toldOf } from '@/lib/outreach/rules';
import { isDecided, sumOf } from '../rules';
import type { ActivationState, TrialNumbers } from '../types';
import type { PublishedFormat } from './types';

type Counted = Pick<TrialNumbers, 'reached' | 'firstTimers'>;

/**
 * How many people everybody reads of an edition. Nothing before it is decided: until then trials are added and put
 * right, and what a sum was yesterday would tell how few came today. From then on they stay as they are, the database
 * holds it, so there is one sum at most.
 */
export function toldPeople(
  state: ActivationState,
  held: readonly Counted[],
): Pick<PublishedFormat, 'reached' | 'firstTimers'> {
  if (!isDecided(state)) return { reached: null, firstTimers: null };
  const firstTimers = sumOf(held, 'firstTimers');
  const told = toldOf({
    ...{ contacts: sumOf(held, 'reached') ?? 0, firstContacts: firstTimers ?? 0 },
  });
  return {
    reached: told.contacts,
    firstTimers: firstTimers === null ? null : told.firstContacts,
  };
}
