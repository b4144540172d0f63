import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { lockPoll, type PollNumber } from '../drafts/commands';
import type { PollNumberInput } from '../drafts/schema';
import { POLLS_TAG } from '../queries';
import type { PollNoteInput, WithdrawOptionInput } from './schema';

/** Options that must stay: one alone is no question, but one alone can get money. */
const LEFT_AT_LEAST = 2;
const LEFT_IN_BUDGET = 1;

/**
 * Takes an option out of a poll that was published already, because the law says so: nobody can
 * choose it from now on, and what was cast for it counts without it. Why stands on the poll's page.
 */
export async function withdrawOption(
  visitor: Visitor,
  input: WithdrawOptionInput,
): Promise<Result<PollNumber>> {
  if (!mayCoordinate(visitor)) throw new AppError('NOT_FOUND');
  return await inTransaction<PollNumber>(async (tx) => {
    // Waits for whoever is just casting, and the next one waits for this.
    const { id, state } = await lockPoll(visitor, tx, input.number);
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
      data: { withdrawnAt: now() },
      select: { id: true },
    });
    await addNote(tx, id, `„${option.label}“ steht nicht mehr zur Wahl. ${input.why}`);
    await recordAudit(visitor, tx, 'poll.optionWithdrawn', id);
    return ok({ number: input.number });
  });
}

/** Says something about a published result. Numbers never change; what was wrong is said beside them. */
export async function publishNote(
  visitor: Visitor,
  input: PollNoteInput,
): Promise<Result<PollNumber>> {
  if (!mayCoordinate(visitor)) throw new AppError('NOT_FOUND');
  return await inTransaction<PollNumber>(async (tx) => {
    const { id, state } = await lockPoll(visitor, tx, input.number);
    if (state !== 'PUBLISHED' && state !== 'ARCHIVED') {
      return refused('voting-drafts.refused.notPublished');
    }
    await addNote(tx, id, input.text);
    await recordAudit(visitor, tx, 'poll.noted', id);
    return ok({ number: input.number });
  });
}

async function addNote(tx: Tx, pollId: string, text: string): Promise<void> {
  await tx.pollNote.create({ data: { pollId, text, publishedAt: now() }, select: { id: true } });
  await dropPages(tx, POLLS_TAG);
}

/** Takes a published poll out of the list of results; its page, its numbers and its files stay. */
export async function archivePoll(
  visitor: Visitor,
  input: PollNumberInput,
): Promise<Result<PollNumber>> {
  if (!mayCoordinate(visitor)) throw new AppError('NOT_FOUND');
  return await inTransaction<PollNumber>(async (tx) => {
    const { id, state, isTest } = await lockPoll(visitor, tx, input.number);
    if (state !== 'PUBLISHED' || isTest) return refused('voting-drafts.refused.notPublished');
    await tx.poll.update({ where: { id }, data: { state: 'ARCHIVED' }, select: { id: true } });
    await recordAudit(visitor, tx, 'poll.archived', id);
    await dropPages(tx, POLLS_TAG);
    return ok({ number: input.number });
  });
}
