import 'server-only';
import { mayCoordinate, mayRepresent } from '@/lib/accounts/policy';
import { tellRepresentatives } from '@/lib/accounts/representation/commands';
import type { Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { routes } from '@/lib/core/routes';
import { lockSession } from '@/lib/forum/sessions/queries';
import { signUpStatus } from '@/lib/forum/sessions/rules';
import type { LockedSession } from '@/lib/forum/sessions/types';
import { minutesWaitMail } from './emails/minutes-wait';
import { canConfirmMinutes, canReturnMinutes, canTakeBackMinutes, canWriteMinutes } from './rules';
import type { MinutesInput, MinutesOfInput, ReturnMinutesInput } from './schema';
import type { MinutesState } from './types';

type Done = Promise<Result<{ number: number }>>;

/** The office writes down what was said, also while the session runs; nothing of it is public yet. */
export async function saveMinutes(actor: Visitor, input: MinutesInput): Done {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  return await inTransaction(async (tx) => {
    const session = await lockSession(actor, tx, input.session);
    const status = signUpStatus(session, now());
    if (status !== 'running' && status !== 'over') return refused('forum.refused.notYetHeld');
    if (!canWriteMinutes(session.minutesState)) return refused('forum.refused.minutesHandedOver');
    for (const { position, text } of input.records) {
      await tx.agendaItem.updateMany({
        where: { sessionId: session.id, position },
        data: { record: text },
      });
    }
    const over = status === 'over' ? ({ state: 'MINUTES_DRAFT' } as const) : {};
    await move(tx, session, 'DRAFT', over);
    await recordAudit(actor, tx, 'minutes.saved', session.id);
    await dropPages(tx, 'forum');
    return ok({ number: session.number });
  });
}

/**
 * The office hands the minutes over. Where the residents have elected nobody who could confirm them, they
 * are public at once and say that they are not confirmed.
 */
export async function submitMinutes(actor: Visitor, input: MinutesOfInput): Done {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  return await inTransaction(async (tx) => {
    const session = await lockSession(actor, tx, input.session);
    const missing = await whatIsMissing(tx, session);
    if (missing) return refused(missing);
    const confirmers = await tx.roleGrant.count({ where: { role: 'REPRESENTATIVE' } });
    const state = confirmers > 0 ? 'SUBMITTED' : 'UNCONFIRMED';
    await move(tx, session, state, { state: 'MINUTES_DRAFT', minutesReturnNote: '' });
    if (state === 'SUBMITTED') await askToConfirm(actor, tx, session.id);
    const act = state === 'SUBMITTED' ? 'minutes.submitted' : 'minutes.unconfirmed';
    await recordAudit(actor, tx, act, session.id);
    await dropPages(tx, 'forum');
    return ok({ number: session.number });
  });
}

async function whatIsMissing(tx: Tx, session: LockedSession): Promise<string | null> {
  if (session.minutesState !== 'DRAFT') return 'forum.refused.minutesHandedOver';
  if (signUpStatus(session, now()) !== 'over') return 'forum.refused.minutesTooEarly';
  const { attended, agenda } = await tx.forumSession.findUniqueOrThrow({
    where: { id: session.id },
    select: { attended: true, agenda: { where: { record: { not: '' } }, select: { id: true } } },
  });
  if (agenda.length === 0) return 'forum.refused.minutesEmpty';
  return attended === null ? 'forum.refused.minutesNeedTurnout' : null;
}

/** The representation is told once, not again when the office took them back to change a word. */
async function askToConfirm(who: Visitor, tx: Tx, id: string): Promise<void> {
  const asked = await tx.forumSession.updateMany({
    where: { id, minutesAskedAt: null },
    data: { minutesAskedAt: now() },
  });
  if (asked.count === 0) return;
  const select = { number: true, title: true, startsAt: true } as const;
  const session = await tx.forumSession.findUniqueOrThrow({ where: { id }, select });
  await tellRepresentatives(who, tx, {
    write: (locale) => minutesWaitMail(locale, session),
    officePath: routes.teamForumMinutes(session.number),
    dueAt: null,
  });
}

/** The office found a mistake in minutes nobody has confirmed or given back yet. */
export async function takeBackMinutes(actor: Visitor, input: MinutesOfInput): Done {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  return await inTransaction(async (tx) => {
    const session = await lockSession(actor, tx, input.session);
    if (!canTakeBackMinutes(session.minutesState))
      return refused('forum.refused.minutesNotWaiting');
    await move(tx, session, 'DRAFT', {});
    await recordAudit(actor, tx, 'minutes.takenBack', session.id);
    return ok({ number: session.number });
  });
}

/** Somebody of the representation says: so it was. From now on everybody can read them. */
export async function confirmMinutes(actor: Visitor, input: MinutesOfInput): Done {
  if (!mayRepresent(actor)) throw new AppError('NOT_FOUND');
  return await inTransaction(async (tx) => {
    const session = await lockSession(actor, tx, input.session);
    if (!canConfirmMinutes(session.minutesState)) return refused('forum.refused.minutesNotOpen');
    await move(tx, session, 'CONFIRMED', { state: 'MINUTES_APPROVED' });
    await recordAudit(actor, tx, 'minutes.confirmed', session.id);
    await dropPages(tx, 'forum');
    return ok({ number: session.number });
  });
}

/** Or: so it was not. The office sees the note and writes again. */
export async function returnMinutes(actor: Visitor, input: ReturnMinutesInput): Done {
  if (!mayRepresent(actor)) throw new AppError('NOT_FOUND');
  return await inTransaction(async (tx) => {
    const session = await lockSession(actor, tx, input.session);
    if (!canReturnMinutes(session.minutesState)) return refused('forum.refused.minutesNotOpen');
    await move(tx, session, 'DRAFT', { minutesReturnNote: input.note, minutesAskedAt: null });
    await recordAudit(actor, tx, 'minutes.returned', session.id);
    return ok({ number: session.number });
  });
}

interface Change {
  state?: 'MINUTES_DRAFT' | 'MINUTES_APPROVED';
  minutesReturnNote?: string;
  minutesAskedAt?: null;
}

/** Once minutes are written, the steps of the evening are not taken back any more. */
async function move(tx: Tx, session: LockedSession, to: MinutesState, more: Change) {
  const steps = more.state ? { stepFrom: null, stepAt: null } : {};
  await tx.forumSession.update({
    where: { id: session.id },
    data: { minutesState: to, minutesSince: now(), ...steps, ...more },
    select: { id: true },
  });
}
