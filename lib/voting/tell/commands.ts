import 'server-only';
import { command } from '@/lib/accounts/command';
import { correctTyped } from '@/lib/audit/corrections/steps';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { nameProblem } from '@/lib/outreach/traces/rules';
import { VOTING_RIGHTS } from '../access';
import type { PollNumber } from '../prepare/commands';
import type { PollNumberInput } from '../prepare/schema';
import { lockPoll } from '../prepare/steps';
import { VOTING_TAGS } from '../tags';
import { canCorrectNote, canUnarchive, UNARCHIVE_HOURS } from './rules';
import type { CorrectPollNoteInput, PollNoteInput } from './schema';
import { addNote } from './steps';

const { prepare } = VOTING_RIGHTS;
const TAGS = [VOTING_TAGS.polls];

/** Says something about a published result. Numbers never change; what was wrong is said beside them. */
export const publishNote = command(
  { right: prepare, audit: ['poll.noted'], tags: TAGS },
  async ({ tx, at, note }, input: PollNoteInput): Promise<Result<PollNumber>> => {
    const { id, state } = await lockPoll(tx, input.number);
    if (state !== 'PUBLISHED' && state !== 'ARCHIVED') {
      return refused('voting-drafts.refused.notPublished');
    }
    const named = nameProblem({ text: input.text });
    if (named) return named;
    await addNote(tx, at, id, input.text);
    await note('poll.noted', id);
    return ok({ number: input.number });
  },
);

/**
 * Other words for what was said about a published result, with a reason everybody reads. What was said before it was
 * published is of those who counted, or was agreed by two: that stays.
 */
export const correctPollNote = command(
  { right: prepare, audit: ['poll.noteCorrected'], tags: TAGS },
  async ({ tx, at, note }, input: CorrectPollNoteInput): Promise<Result<PollNumber>> => {
    const { id: pollId } = await lockPoll(tx, input.number);
    const where = { id: input.id, pollId };
    const said = await tx.pollNote.findUnique({
      where,
      select: { text: true, publishedAt: true, poll: { select: { publishedAt: true } } },
    });
    if (!said || !canCorrectNote(said, said.poll)) throw new AppError('NOT_FOUND');
    const { text, reason } = input;
    const named = nameProblem({ text, reason });
    if (named) return named;
    const refusal = await correctTyped(
      { tx, at },
      { ...input, kind: 'POLL_NOTE', audience: 'PUBLIC' },
      {
        rows: tx.pollNote,
        // The poll is held, so that nobody has written anything else meanwhile.
        read: async () => ({ text: said.text }),
        to: { text },
        write: () => tx.pollNote.update({ where, data: { text }, select: { id: true } }),
      },
    );
    if (refusal) return refusal;
    await note('poll.noteCorrected', pollId);
    return ok({ number: input.number });
  },
);

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

/** Takes a poll out of the archive that was put there by mistake: it stands among the results again. */
export const unarchivePoll = command(
  { right: prepare, audit: ['poll.unarchived'], tags: TAGS },
  async ({ tx, at, note }, input: PollNumberInput): Promise<Result<PollNumber>> => {
    const { id, state } = await lockPoll(tx, input.number);
    const { archivedAt } = await tx.poll.findUniqueOrThrow({
      where: { id },
      select: { archivedAt: true },
    });
    if (!canUnarchive({ state, archivedAt }, at)) {
      return refused('voting-drafts.refused.archivedTooLongAgo', { hours: UNARCHIVE_HOURS });
    }
    await tx.poll.update({ where: { id }, data: { state: 'PUBLISHED' }, select: { id: true } });
    await note('poll.unarchived', id);
    return ok({ number: input.number });
  },
);
