import 'server-only';
import { command } from '@/lib/accounts/command';
import { ok, type Result, refused } from '@/lib/core/result';
import { VOTING_RIGHTS } from '../access';
import { POLLS_TAG } from '../queries';
import { lockPollToCount } from './steps';

/** Shows everybody the result of a poll two people counted. */
export const publishResult = command(
  { right: VOTING_RIGHTS.prepare, audit: ['poll.published'], tags: [POLLS_TAG] },
  async ({ tx, note }, input: { number: number }): Promise<Result<{ number: number }>> => {
    const poll = await lockPollToCount(tx, input.number);
    if (poll.state !== 'COUNTED') return refused('voting.refused.notCounted');
    await tx.poll.update({
      where: { id: poll.id },
      data: { state: 'PUBLISHED' },
      select: { id: true },
    });
    await note('poll.published', poll.id);
    return ok({ number: input.number });
  },
);
