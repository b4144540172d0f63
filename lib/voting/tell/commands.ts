import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import { ok, type Result, refused } from '@/lib/core/result';
import { VOTING_RIGHTS } from '../access';
import type { PollNumber } from '../prepare/commands';
import type { PollNumberInput } from '../prepare/schema';
import { lockPoll } from '../prepare/steps';
import { POLLS_TAG } from '../queries';
import type { PollNoteInput, WithdrawOptionInput } from './schema';

const { prepare } = VOTING_RIGHTS;
const TAGS = [POLLS_TAG];

type Act = Pick<Given, 'tx' | 'at'>;

/** Options that must stay: one alone is no question, but one alone can get money. */
const LEFT_AT_LEAST = 2;
const LEFT_IN_BUDGET = 1;

/**
 * Takes an option out of a poll that was published already, because the law says so: nobody can
 * choose it from now on, and what was cast for it counts without it. Why stands on the poll's page.
 */
export const withdrawOption = command(
  { right: prepare, audit: ['poll.optionWithdrawn'], tags: TAGS },
  async ({ tx, at, note }, input: WithdrawOptionInput): Promise<Result<PollNumber>> => {
    // Waits for whoever is just casting, and the next one waits for this.
    const { id, state } = await lockPoll(tx, input.number);
    if (state !== 'SCHEDULED' && state !== 'CLOSED')
      return refused('voting-drafts.refused.counted');
    const left = await tx.pollOption.findMany({
      where: { pollId: id, withdrawnAt: null },
      select: { id: true, label: true, poll: { select: { method: true } } },
    });
    const option = left.find((one) => one.id === input.option);
    if (!option) return refused('form.error.choose', {}, 'option');
    const least = option.poll.method === 'BUDGET' ? LEFT_IN_BUDGET : LEFT_AT_LEAST;
    if (left.length - 1 < least) return refused('voting-drafts.refused.nothingLeft', {}, 'option');
    await tx.pollOption.update({
      where: { id: option.id },
      data: { withdrawnAt: at },
      select: { id: true },
    });
    await addNote({ tx, at }, id, `„${option.label}“ steht nicht mehr zur Wahl. ${input.why}`);
    await note('poll.optionWithdrawn', id);
    return ok({ number: input.number });
  },
);

/** Says something about a published result. Numbers never change; what was wrong is said beside them. */
export const publishNote = command(
  { right: prepare, audit: ['poll.noted'], tags: TAGS },
  async ({ tx, at, note }, input: PollNoteInput): Promise<Result<PollNumber>> => {
    const { id, state } = await lockPoll(tx, input.number);
    if (state !== 'PUBLISHED' && state !== 'ARCHIVED') {
      return refused('voting-drafts.refused.notPublished');
    }
    await addNote({ tx, at }, id, input.text);
    await note('poll.noted', id);
    return ok({ number: input.number });
  },
);

async function addNote({ tx, at }: Act, pollId: string, text: string): Promise<void> {
  await tx.pollNote.create({ data: { pollId, text, publishedAt: at }, select: { id: true } });
}

/** Takes a published poll out of the list of results; its page, its numbers and its files stay. */
export const archivePoll = command(
  { right: prepare, audit: ['poll.archived'], tags: TAGS },
  async ({ tx, note }, input: PollNumberInput): Promise<Result<PollNumber>> => {
    const { id, state, isTest } = await lockPoll(tx, input.number);
    if (state !== 'PUBLISHED' || isTest) return refused('voting-drafts.refused.notPublished');
    await tx.poll.update({ where: { id }, data: { state: 'ARCHIVED' }, select: { id: true } });
    await note('poll.archived', id);
    return ok({ number: input.number });
  },
);
