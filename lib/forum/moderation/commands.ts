import 'server-only';
import { mayRepresent } from '@/lib/accounts/policy';
import type { Actor, Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { lockSession } from '@/lib/forum/sessions/queries';
import { isAhead } from '@/lib/forum/sessions/rules';
import type { LockedSession } from '@/lib/forum/sessions/types';
import type { ModerationInput } from './schema';

/** Who moderates when no person is named. */
const ROLE = 'Sprecherrat';
const NOBODY = { moderatorId: null, moderatorNamed: false, moderator: '' };

/** Somebody of the representation moderates a coming session, by name only if they agree; or no longer. */
export async function setModeration(
  actor: Visitor,
  input: ModerationInput,
): Promise<Result<{ number: number }>> {
  if (actor.kind !== 'person' || !mayRepresent(actor)) throw new AppError('NOT_FOUND');
  return await inTransaction(async (tx) => {
    const session = await lockSession(actor, tx, input.session);
    const takes = input.step === 'take';
    const named = takes && input.named === 'yes';
    const hindrance = await hindranceFor(tx, actor, session, named);
    if (hindrance) return hindrance;
    const taken = { moderatorId: actor.id, moderatorNamed: named, moderator: ROLE };
    await tx.forumSession.update({
      where: { id: session.id },
      data: takes ? taken : NOBODY,
      select: { id: true },
    });
    await recordAudit(actor, tx, takes ? 'moderation.taken' : 'moderation.left', session.id);
    await dropPages(tx, 'forum');
    return ok({ number: session.number });
  });
}

async function hindranceFor(
  tx: Tx,
  actor: Actor,
  session: LockedSession,
  named: boolean,
): Promise<Refused | null> {
  if (!isAhead(session, now())) return refused('forum.refused.onlyAhead');
  const { moderatorId } = await tx.forumSession.findUniqueOrThrow({
    where: { id: session.id },
    select: { moderatorId: true },
  });
  const isFree = moderatorId === null || moderatorId === actor.id;
  if (!isFree) return refused('forum.refused.moderatedBySomebodyElse');
  const nameMissing = named && !actor.displayName;
  return nameMissing ? refused('forum.refused.nameMissing', {}, 'named') : null;
}
