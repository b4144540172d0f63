import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Actor, System, Visitor } from '@/lib/accounts/types';
import { db, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import type { Voter } from './rules';

/** What decides whether the person of this account may vote, read now. */
export async function getVoter(
  _who: Visitor | System,
  userId: Actor['id'],
  tx: Tx = db,
): Promise<Voter> {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: {
      districtId: true,
      forumRight: true,
      cards: { where: { voidedAt: null, batch: { voidedAt: null } }, select: { batchId: true } },
    },
  });
  if (!user) throw new AppError('NOT_FOUND');
  const { districtId, forumRight, cards } = user;
  return { districtId, forumRight, cardBatches: cards.map((card) => card.batchId) };
}

/** How many people have the Forum's right to vote; who they are is not listed. */
export async function countForumRights(actor: Actor): Promise<number> {
  if (!mayCoordinate(actor)) throw new AppError('NOT_FOUND');
  return await db.user.count({ where: { forumRight: true } });
}
