import type { ProposalState } from '../types';

/** Words of the office everybody reads; what went to a body as a question stays as the body has it. */
export const CORRECTABLE = {
  ...{ audience: 'PUBLIC' as const, bodyName: '', note: { not: '' } },
  by: { in: ['office', 'forum'] },
};

/** The same of a step that is known. */
export function isCorrectable(step: {
  audience: string;
  bodyName: string;
  note: string;
  by: string;
}): boolean {
  const { audience, bodyName, by } = CORRECTABLE;
  const isOfOffice = by.in.includes(step.by) && step.bodyName === bodyName;
  return isOfOffice && step.audience === audience && step.note !== '';
}

interface Outcome {
  state: ProposalState;
  reasonText: string;
  resultNote: string;
}

/** What comes instead, where the step with these words gave it up and it stands so; null elsewhere. */
export function alternativeOf(
  { to, note }: { to: ProposalState; note: string },
  { state, reasonText, resultNote }: Outcome,
): string | null {
  return state === 'NOT_FEASIBLE' && to === state && reasonText === note ? resultNote : null;
}

/** The outcome as it stands with other words for a step; what another step wrote there stays. */
export function outcomeAfter(
  { reasonText, resultNote }: Outcome,
  { before, now, alternative }: { before: string; now: string; alternative: string | null },
): { reasonText: string; resultNote: string } {
  return {
    reasonText: reasonText === before ? now : reasonText,
    resultNote: alternative ?? (resultNote === before ? now : resultNote),
  };
}
