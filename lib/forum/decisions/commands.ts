import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { canWriteMinutes } from '@/lib/forum/minutes/rules';
import { lockSession } from '@/lib/forum/sessions/queries';
import { signUpStatus } from '@/lib/forum/sessions/rules';
import type { LockedSession } from '@/lib/forum/sessions/types';
import { areTooManyVotes, doesResultFit } from './rules';
import type { DecisionInput, TaskDoneInput, TaskInput, TurnoutInput } from './schema';

type Done = Promise<Result<{ number: number }>>;

/** How many came and how many of them may vote; residents vote, the office does not. */
export async function setTurnout(actor: Visitor, input: TurnoutInput): Done {
  return await onHeldSession(actor, input.session, async (tx, session) => {
    // The minutes name the number; what was handed over stays as it was.
    if (!canWriteMinutes(session.minutesState)) return refused('forum.refused.minutesHandedOver');
    const { attended, votingResidents } = input;
    if (attended !== null && votingResidents !== null && votingResidents > attended) {
      return refused('forum.refused.moreVotersThanPeople', {}, 'votingResidents');
    }
    await tx.forumSession.update({
      where: { id: session.id },
      data: { attended, votingResidents },
      select: { id: true },
    });
    await recordAudit(actor, tx, 'forumSession.counted', session.id);
    return ok({ number: session.number });
  });
}

/** Writes down a decision. It is public at once and is corrected only by another decision. */
export async function addDecision(actor: Visitor, input: DecisionInput): Done {
  return await onHeldSession(actor, input.session, async (tx, session) => {
    if (!doesResultFit(input, input.result)) {
      return refused('forum.refused.resultDoesNotFit', {}, 'result');
    }
    const { votingResidents } = await tx.forumSession.findUniqueOrThrow({
      where: { id: session.id },
      select: { votingResidents: true },
    });
    if (areTooManyVotes(input, votingResidents)) {
      return refused('forum.refused.tooManyVotes', { max: votingResidents ?? 0 }, 'yes');
    }
    const { session: _number, ...data } = input;
    const made = await tx.decision.create({
      data: { ...data, sessionId: session.id },
      select: { id: true },
    });
    await recordAudit(actor, tx, 'decision.recorded', made.id);
    return ok({ number: session.number });
  });
}

/** Somebody (a role, never a private person) is asked to do something. */
export async function addTask(actor: Visitor, input: TaskInput): Done {
  return await onHeldSession(actor, input.session, async (tx, session) => {
    const made = await tx.forumTask.create({
      data: {
        sessionId: session.id,
        text: input.task,
        assignee: input.assignee,
        // The form says that everybody reads it.
        audience: 'PUBLIC',
        dueOn: input.dueOn ? new Date(`${input.dueOn}T00:00:00Z`) : null,
      },
      select: { id: true },
    });
    await recordAudit(actor, tx, 'forumTask.added', made.id);
    return ok({ number: session.number });
  });
}

export async function setTaskDone(actor: Visitor, input: TaskDoneInput): Done {
  return await onHeldSession(actor, input.session, async (tx, session) => {
    const changed = await tx.forumTask.updateMany({
      where: { id: input.id, sessionId: session.id },
      data: { done: input.done },
    });
    if (changed.count === 0) throw new AppError('NOT_FOUND');
    await recordAudit(
      actor,
      tx,
      input.done ? 'forumTask.finished' : 'forumTask.reopened',
      input.id,
    );
    return ok({ number: session.number });
  });
}

/** Results belong to a session that has begun; before that there is nothing to write down. */
async function onHeldSession(
  actor: Visitor,
  number: number,
  write: (tx: Tx, session: LockedSession) => Done,
): Done {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  return await inTransaction(async (tx) => {
    const session = await lockSession(actor, tx, number);
    if (!['running', 'over'].includes(signUpStatus(session, now()))) {
      return refused('forum.refused.notYetHeld');
    }
    const result = await write(tx, session);
    if (result.ok) await dropPages(tx, 'forum');
    return result;
  });
}
