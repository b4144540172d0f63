import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { dropPages, inTransaction } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { tellAllRegistered } from '@/lib/forum/notices/commands';
import { lockSession } from '@/lib/forum/sessions/queries';
import { stateAfter } from '@/lib/forum/sessions/rules';
import { getOffice } from '@/lib/settings/queries';
import type { CallOffInput, SessionStepInput } from './schema';

/** Invited, running, held: one step at a time, told to nobody. */
export async function takeStep(
  actor: Visitor,
  input: SessionStepInput,
): Promise<Result<{ number: number }>> {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  return await inTransaction(async (tx) => {
    const session = await lockSession(actor, tx, input.session);
    const state = stateAfter(session.state, input.step);
    if (state === null) return refused('forum.refused.stepNotPossible');
    const invited = input.step === 'invite' ? { invitationSentAt: now() } : {};
    await tx.forumSession.update({
      where: { id: session.id },
      data: { state, ...invited },
      select: { id: true },
    });
    await recordAudit(actor, tx, AUDIT[input.step], session.id);
    await dropPages(tx, 'forum', 'forum-seats');
    return ok({ number: session.number });
  });
}

const AUDIT = {
  invite: 'forumSession.invited',
  start: 'forumSession.started',
  finish: 'forumSession.finished',
  cancel: 'forumSession.cancelled',
  postpone: 'forumSession.postponed',
} as const;

/** Calls a session off or puts it off, with a reason everybody can read; all who signed up are told. */
export async function callOff(
  actor: Visitor,
  input: CallOffInput,
): Promise<Result<{ number: number }>> {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  const { holidayRegion } = await getOffice({ locale: 'de' });
  return await inTransaction(async (tx) => {
    const session = await lockSession(actor, tx, input.session);
    const state = stateAfter(session.state, input.step);
    if (state === null || session.endsAt <= now()) return refused('forum.refused.stepNotPossible');
    await tx.forumSession.update({
      where: { id: session.id },
      data: { state, note: input.reason, sequence: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(actor, tx, AUDIT[input.step], session.id);
    const change = state === 'CANCELLED' ? 'cancelled' : 'postponed';
    await tellAllRegistered(actor, tx, session, change, input.reason, holidayRegion);
    await dropPages(tx, 'forum', 'forum-seats');
    return ok({ number: session.number });
  });
}
