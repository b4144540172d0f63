import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { tellAllRegistered } from '@/lib/forum/notices/commands';
import { lockSession } from '@/lib/forum/sessions/queries';
import { isTooEarly, stateAfter, stateBefore } from '@/lib/forum/sessions/rules';
import { getOffice } from '@/lib/settings/queries';
import type { CallOffInput, SessionStepInput, UndoStepInput } from './schema';

/** Invited, running, held: one step at a time, told to nobody. */
export async function takeStep(
  actor: Visitor,
  input: SessionStepInput,
): Promise<Result<{ number: number }>> {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  return await inTransaction(async (tx) => {
    const session = await lockSession(actor, tx, input.session);
    const at = now();
    const state = stateAfter(session.state, input.step);
    if (state === null) return refused('forum.refused.stepNotPossible');
    if (isTooEarly(session, input.step, at)) return refused(TOO_EARLY[input.step]);
    const invited = input.step === 'invite' ? { invitationSentAt: at } : {};
    await tx.forumSession.update({
      where: { id: session.id },
      data: { state, stepFrom: session.state, stepAt: at, ...invited },
      select: { id: true },
    });
    await recordAudit(actor, tx, AUDIT[input.step], session.id);
    await dropPages(tx, 'forum', 'forum-seats');
    return ok({ number: session.number });
  });
}

const TOO_EARLY = {
  invite: 'forum.refused.stepNotPossible',
  start: 'forum.refused.startsTooEarly',
  finish: 'forum.refused.notYetHeld',
} as const;

/** Takes the last step back; what was written down in a session that had begun must not hang in the air. */
export async function undoStep(
  actor: Visitor,
  input: UndoStepInput,
): Promise<Result<{ number: number }>> {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  return await inTransaction(async (tx) => {
    const session = await lockSession(actor, tx, input.session);
    const state = stateBefore(session, now());
    if (state === null) return refused('forum.refused.undoNotPossible');
    if (session.state !== 'INVITED' && state !== 'RUNNING' && (await hasResults(tx, session.id))) {
      return refused('forum.refused.undoWithResults');
    }
    await tx.forumSession.update({
      where: { id: session.id },
      data: {
        state,
        stepFrom: null,
        stepAt: null,
        ...(session.state === 'INVITED' ? { invitationSentAt: null } : {}),
      },
      select: { id: true },
    });
    await recordAudit(actor, tx, 'forumSession.stepTakenBack', session.id);
    await dropPages(tx, 'forum', 'forum-seats');
    return ok({ number: session.number });
  });
}

async function hasResults(tx: Tx, id: string): Promise<boolean> {
  const found = await tx.forumSession.findUniqueOrThrow({
    where: { id },
    select: { attended: true, _count: { select: { decisions: true, tasks: true } } },
  });
  return found.attended !== null || found._count.decisions + found._count.tasks > 0;
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
      data: {
        state,
        note: input.reason,
        sequence: { increment: 1 },
        stepFrom: null,
        stepAt: null,
      },
      select: { id: true },
    });
    await recordAudit(actor, tx, AUDIT[input.step], session.id);
    const change = state === 'CANCELLED' ? 'cancelled' : 'postponed';
    await tellAllRegistered(actor, tx, session, change, input.reason, holidayRegion);
    await dropPages(tx, 'forum', 'forum-seats');
    return ok({ number: session.number });
  });
}
