import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { shownOf } from '@/lib/elections/results/shown';
import { withoutMistakes } from '@/lib/proposals/polling/rules';
import { VOTING_RIGHTS } from '../../access';
import { ruleOf } from '../../rules';
import { lastElsewhere, ofThisRound, STEPS_READ } from './rules';
import type { PollOutcome, WaitingProposal } from './types';

/** The numbers of the last published poll about a proposal, or null. Before the close: nothing. */
export const findPollOutcome = sameFor(
  VOTING_RIGHTS.prepare,
  async (proposalNumber: number): Promise<PollOutcome | null> => {
    const poll = await db.poll.findFirst({
      where: {
        proposal: { number: proposalNumber },
        state: { in: ['PUBLISHED', 'ARCHIVED'] },
        isTest: false,
        ...(await thisRound(proposalNumber)),
      },
      orderBy: { closesAt: 'desc' },
      select: { number: true, frozenRule: true, result: true },
    });
    const result = shownOf(poll?.result);
    if (!poll || !result) return null;
    const { options } = ruleOf(poll);
    return {
      number: poll.number,
      ballots: result.ballots,
      numbers:
        result.shows === 'all'
          ? {
              abstentions: result.abstentions,
              counts: result.counts.map(({ optionId, votes }) => ({
                label: options.find(({ id }) => id === optionId)?.label ?? '',
                votes,
              })),
            }
          : null,
    };
  },
);

/** The proposal a published poll was about, while the Forum still has to decide. */
export const findWaitingProposal = sameFor(
  VOTING_RIGHTS.prepare,
  async (pollNumber: number): Promise<WaitingProposal | null> => {
    const poll = await db.poll.findFirst({
      where: { number: pollNumber, state: { in: ['PUBLISHED', 'ARCHIVED'] }, isTest: false },
      select: { closesAt: true, proposal: { select: { number: true, title: true, state: true } } },
    });
    if (poll?.proposal?.state !== 'IN_VOTE') return null;
    const { number, title } = poll.proposal;
    const isOfThisRound = { number: pollNumber, ...(await thisRound(number)) };
    return (await db.poll.count({ where: isOfThisRound })) > 0 ? { number, title } : null;
  },
);

async function thisRound(number: number) {
  const where = { proposal: { number } };
  const steps = await db.proposalStep.findMany({ where, ...STEPS_READ });
  return ofThisRound(lastElsewhere(withoutMistakes(steps)));
}
