import 'server-only';
import { parseCardNumber } from '@/lib/accounts/cards/rules';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import type { ForumRightInput } from './schema';

/**
 * Gives somebody the right to vote in polls of the Forum's members, or takes it. Who it is about is
 * named by their address or the number of their card; each attempt is written down.
 */
export async function setForumRight(
  visitor: Visitor,
  input: ForumRightInput,
): Promise<Result<null>> {
  if (!mayCoordinate(visitor) || visitor.kind !== 'person') throw new AppError('NOT_FOUND');
  const forumRight = input.right === 'give';
  const done = await inTransaction<string | null>(async (tx) => {
    const userId = await findVoter(tx, input.who);
    if (userId === null) {
      await recordAudit(visitor, tx, 'person.lookedForInVain', visitor.id);
      return ok(null);
    }
    await tx.user.update({ where: { id: userId }, data: { forumRight }, select: { id: true } });
    await recordAudit(visitor, tx, forumRight ? 'forumRight.given' : 'forumRight.taken', userId);
    return ok(userId);
  });
  if (!done.ok) return done;
  return done.value === null ? refused('voting-drafts.refused.unknownVoter', {}, 'who') : ok(null);
}

async function findVoter(tx: Tx, typed: string): Promise<string | null> {
  const number = parseCardNumber(typed);
  if (number === null) {
    const email = typed.trim().toLowerCase();
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    return user?.id ?? null;
  }
  const card = await tx.accessCard.findFirst({
    where: {
      position: number.position,
      voidedAt: null,
      batch: { number: number.batch, voidedAt: null },
    },
    select: { userId: true },
  });
  return card?.userId ?? null;
}
