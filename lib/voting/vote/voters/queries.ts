import 'server-only';
import { reading } from '@/lib/accounts/command';
import type { Actor, System, Visitor } from '@/lib/accounts/types';
import { db, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { VOTING_RIGHTS } from '../../access';
import type { PollRule } from '../../types';
import { standingOf, type Voter } from './rules';

const cardsThatOpen = {
  where: { voidedAt: null, batch: { voidedAt: null } },
  select: { batchId: true },
} as const;

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
      cards: cardsThatOpen,
    },
  });
  if (!user) throw new AppError('NOT_FOUND');
  const { districtId, forumRight, cards } = user;
  return { districtId, forumRight, cardBatches: cards.map((card) => card.batchId) };
}

/** Roles whose holders accompany polls and do not vote. */
const NOT_VOTING = ['COORDINATOR', 'ADMIN', 'COUNSELLOR', 'PARTNER', 'FUNDER'] as const;

/**
 * Everybody who wants to be reminded and may vote in a poll; who has voted is not even asked.
 * Whoever has neither address nor number cannot be told.
 */
export async function listVotersToRemind(
  _who: System,
  tx: Tx,
  rule: PollRule,
): Promise<{ id: string; email: string | null; phone: string; name: string; locale: string }[]> {
  const users = await tx.user.findMany({
    where: { pollReminders: true, roles: { none: { role: { in: [...NOT_VOTING] } } } },
    orderBy: { id: 'asc' },
    select: {
      ...{ id: true, email: true, reminderPhone: true, displayName: true, locale: true },
      ...{ districtId: true, forumRight: true, cards: cardsThatOpen },
    },
  });
  return users
    .filter(({ cards, ...user }) => {
      const voter = { ...user, cardBatches: cards.map((card) => card.batchId) };
      return standingOf(rule, voter) === 'fits';
    })
    .map(({ id, email, reminderPhone, displayName, locale }) => ({
      ...{ id, email, phone: reminderPhone, name: displayName ?? '', locale },
    }))
    .filter(({ email, phone }) => email !== null || phone !== '');
}

/** How many people have the Forum's right to vote; who they are is not listed. */
export const countForumRights = reading(VOTING_RIGHTS.prepare, async (): Promise<number> => {
  return await db.user.count({ where: { forumRight: true } });
});
