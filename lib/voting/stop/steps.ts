import 'server-only';
import type { Actor } from '@/lib/accounts/types';
import { tellAll } from '@/lib/cases/telling/steps';
import type { Tx } from '@/lib/core/db';
import { type Refused, refused } from '@/lib/core/result';
import { keepMailsAboutBack } from '@/lib/mail/recalling/steps';
import { takeCallsAbout } from '@/lib/mail/steps';
import { noteCancelled } from '../tell/proposals/commands';
import { addNote } from '../tell/steps';
import type { PollState } from '../types';
import { takesOptionsOut } from './rules';

/** Options that must stay: one alone is no question, but one alone can get money. */
const LEFT_AT_LEAST = 2;
const LEFT_IN_BUDGET = 1;

/** What two agreed on, or one alone, when all of a poll was taken away. */
export const agreedOn = (pollId: string) => ({ pollId, optionId: null, agreed: true });

/** Why this answer cannot be taken out of a poll, or `null`. */
export async function optionProblem(
  tx: Tx,
  poll: { id: string; state: PollState; isTest: boolean },
  optionId: string,
): Promise<Refused | null> {
  if (!takesOptionsOut(poll)) return refused('voting-drafts.refused.counted');
  const left = await tx.pollOption.findMany({
    where: { pollId: poll.id, withdrawnAt: null },
    select: { id: true, poll: { select: { method: true } } },
  });
  const option = left.find(({ id }) => id === optionId);
  if (!option) return refused('form.error.choose', {}, 'option');
  const least = option.poll.method === 'BUDGET' ? LEFT_IN_BUDGET : LEFT_AT_LEAST;
  if (left.length - 1 >= least) return null;
  return refused('voting-drafts.refused.nothingLeft', {}, 'option');
}

/**
 * Takes an option out of a poll that was published already, because the law says so: nobody can
 * choose it from now on, and what was cast for it counts without it. Why stands on the poll's page.
 */
export async function takeOptionOut(
  tx: Tx,
  at: Date,
  { pollId, optionId, reason }: { pollId: string; optionId: string; reason: string },
): Promise<void> {
  const { label } = await tx.pollOption.update({
    where: { id: optionId },
    data: { withdrawnAt: at },
    select: { label: true },
  });
  await addNote(tx, at, pollId, `„${label}“ steht nicht mehr zur Wahl. ${reason}`);
}

/**
 * Calls a poll off, with a reason everybody can read. Before the close, what was cast is destroyed
 * unread. After it, as long as nothing is counted, the poll is declared void: the sealed box stays
 * shut, so that what went wrong can still be looked into. Receipts stay, so that their owners are
 * told what happened. Whoever was reminded, or wants to be, is told after this, see `tellPollStopped`.
 */
export async function callOff(
  who: Actor,
  tx: Tx,
  poll: { id: string; state: PollState },
  reason: string,
): Promise<void> {
  // With this the database destroys what lies in a box that is still open.
  await tx.poll.update({
    where: { id: poll.id },
    data: { state: 'CANCELLED', cancelReason: reason },
    select: { id: true },
  });
  // Nobody is to be reminded of it any more.
  await takeCallsAbout(tx, poll.id);
  await keepMailsAboutBack(tx, poll.id);
  await tellAll(tx, 'tell-poll-stopped', { subjectId: poll.id });
  if (poll.state === 'CLOSED') await tx.countSheet.deleteMany({ where: { pollId: poll.id } });
  await noteCancelled(who, tx, poll.id);
}
