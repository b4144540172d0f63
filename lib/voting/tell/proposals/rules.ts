import type { PollCardView } from '../../types';

/** Polls with numbers the Forum can decide by. */
export const COUNTED = ['COUNTED', 'PUBLISHED', 'ARCHIVED'] as const;

/** Steps of a proposal that ended a round of votes: not those to a vote, nor being joined and taken out again. */
export const ELSEWHERE: {
  to: { notIn: ('IN_VOTE' | 'MERGED')[] };
  step: { not: string };
} = { to: { notIn: ['IN_VOTE', 'MERGED'] }, step: { not: 'separate' } };

/** The last of them. */
export const LAST: {
  orderBy: ({ at: 'desc' } | { id: 'desc' })[];
  select: { at: true };
} = { orderBy: [{ at: 'desc' }, { id: 'desc' }], select: { at: true } };

/**
 * Polls that were not over yet when the proposal last came from anywhere but a vote. What was voted before the
 * Forum put it back, or it was opened anew, decides nothing any more.
 */
export const ofThisRound = (elsewhere: { at: Date } | null): { closesAt?: { gt: Date } } =>
  elsewhere ? { closesAt: { gt: elsewhere.at } } : {};

/** What nobody has been told of for so long is told no more. */
export const TOLD_LATE_DAYS = 30;

/** More would hide what else stands beside it. */
const NAMED_AT_MOST = 3;

/** What a poll decided, as a sentence: its key and what it names. */
export function outcomeSaid(
  { outcome, winners, ballots: all }: Pick<PollCardView, 'outcome' | 'winners' | 'ballots'>,
  locale: string,
): readonly [key: string, params: Record<string, string | number>] {
  const what = new Intl.ListFormat(locale === 'en' ? 'en' : 'de').format(winners);
  const ballots = all ?? 0;
  const [first = ''] = winners;
  switch (outcome) {
    case 'recommended':
      return winners.length > NAMED_AT_MOST
        ? ['several', { first, more: winners.length - 1, ballots }]
        : ['leader', { what, ballots }];
    case 'rejected':
      return ['rejected', { what }];
    case 'tied':
      return ['tied', { what, ballots }];
    case 'no-quorum':
      return ['noQuorum', {}];
    default:
      return ['noLeader', {}];
  }
}
