import { phaseOf } from '../rules';
import type { PollState } from '../types';
import type { StopStep, StopView } from './types';

/**
 * What somebody can do about something that is to be taken away: nobody agrees to what they asked for
 * themselves, unless nobody else could.
 * @param others people besides this one who could agree
 */
export function stopStepOf(
  { askedById }: { askedById: string | null },
  personId: string,
  others: number,
): StopStep {
  if (askedById !== personId) return 'agree';
  return others > 0 ? 'waits' : 'alone';
}

interface Stoppable {
  state: PollState;
  opensAt: Date;
  closesAt: Date;
  sealedAt: Date | null;
  isTest: boolean;
}

/** What a poll can be at this moment: called off while it runs, void while nothing is counted. */
export function endingOf(poll: Stoppable, at: Date): 'cancel' | 'annul' | null {
  // A test is thrown away, not called off in public.
  if (poll.isTest) return null;
  if (poll.state === 'CLOSED') return 'annul';
  const phase = phaseOf(poll, at);
  return phase === 'coming' || phase === 'open' ? 'cancel' : null;
}

/** Until the count an answer can still be taken out. */
export const takesOptionsOut = ({ state, isTest }: Pick<Stoppable, 'state' | 'isTest'>): boolean =>
  !isTest && (state === 'SCHEDULED' || state === 'CLOSED');

/** What would happen now if somebody agreed. */
export function stopKindOf(
  poll: Stoppable,
  { optionId }: { optionId: string | null },
  at: Date,
): StopView['kind'] {
  if (optionId === null) return endingOf(poll, at) ?? 'late';
  return takesOptionsOut(poll) ? 'withdraw' : 'late';
}
