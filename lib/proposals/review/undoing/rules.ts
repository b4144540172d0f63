import type { HistoryStep, ProposalState } from '../../types';
import { STEPS } from '../../way/rules';
import { UNPUBLISH_HOURS } from '../rules';

/** So long a step that everybody reads as an end can be taken back; the database holds it, too. */
export const TAKE_BACK_HOURS = UNPUBLISH_HOURS;
const TAKE_BACK_MS = TAKE_BACK_HOURS * 3_600_000;

/** From when on nobody can take it back any more. */
export const settledAt = (at: Date): Date => new Date(at.getTime() + TAKE_BACK_MS);

type Taken = Pick<HistoryStep, 'to' | 'step' | 'at'>;

const isMistakable = (step: string): step is 'adopt' | 'finish' =>
  step === 'adopt' || step === 'finish';

/** Where it stood before its last step, if that can be taken back; null: it cannot. @param history the last step last */
export function stateToGoBackTo(history: readonly Taken[], at: Date): ProposalState | null {
  const last = history.at(-1);
  if (!last || !isMistakable(last.step) || settledAt(last.at) <= at) return null;
  const before = history.findLast(({ to }) => to !== last.to)?.to;
  const from: readonly ProposalState[] = STEPS[last.step].from;
  return before !== undefined && from.includes(before) ? before : null;
}
