import type { PollCardView } from '../../types';

/** Polls with numbers the Forum can decide by. */
export const COUNTED = ['COUNTED', 'PUBLISHED', 'ARCHIVED'] as const;

/** What is read of a proposal's steps, in their order. */
export const STEPS_READ = {
  orderBy: [{ at: 'asc' as const }, { id: 'asc' as const }],
  select: { to: true, step: true, at: true },
};

/**
 * The last step of a proposal that ended a round of votes: none to a vote, nor being joined and taken out again.
 * @param history without what was entered by mistake
 */
export const lastElsewhere = (
  history: readonly { to: string; step: string; at: Date }[],
): { at: Date } | null =>
  history.findLast(({ to, step }) => to !== 'IN_VOTE' && to !== 'MERGED' && step !== 'separate') ??
  null;

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
