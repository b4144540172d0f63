import { EMPTIED_TITLE } from '../rules';
import type { ProposalState } from '../types';
import type { CardStays } from './types';

interface Card {
  /** Typed in by the office for somebody. */
  onBehalf: boolean;
  /** Another wording was agreed. */
  hasWording: boolean;
  state: ProposalState;
  /** See `isPolledAt`, whatever its state. */
  isPolled: boolean;
  title: string;
}

/** Polls that take votes or will: of a proposal, and of what it is joined to. */
export const POLLS = {
  where: { state: 'SCHEDULED' as const, isTest: false },
  select: { opensAt: true, closesAt: true },
};

interface Polled {
  polls: readonly { opensAt: Date; closesAt: Date }[];
  mergedInto: { polls: readonly { opensAt: Date; closesAt: Date }[] } | null;
}

/** Somebody can vote about it at this moment, alone or joined to another. */
const isPolledAt = ({ polls, mergedInto }: Polled, at: Date): boolean =>
  [...polls, ...(mergedInto?.polls ?? [])].some(
    ({ opensAt, closesAt }) => opensAt <= at && closesAt > at,
  );

/**
 * Only what the office typed from a card or a call can be typed wrongly by it; what somebody wrote themselves stays as
 * it came. Nobody votes on words that change meanwhile.
 * @returns null where they can be corrected
 */
export function whyCardStays({
  onBehalf,
  hasWording,
  state,
  isPolled,
  title,
}: Card): CardStays | null {
  if (!onBehalf) return 'ownWords';
  if (hasWording) return 'agreed';
  if (['WITHDRAWN', 'NOT_PUBLISHED', 'DRAFT'].includes(state) || title === EMPTIED_TITLE)
    return 'over';
  return isPolled || state === 'IN_VOTE' ? 'inVote' : null;
}

/** The same of a row with its polls and its agreed wording. */
export const whyCardStaysAt = (
  row: Omit<Card, 'isPolled' | 'hasWording'> & Polled & { wording: object | null },
  at: Date,
): CardStays | null =>
  whyCardStays({ ...row, hasWording: row.wording !== null, isPolled: isPolledAt(row, at) });
