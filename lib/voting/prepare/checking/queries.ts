import 'server-only';
import { reading } from '@/lib/accounts/command';
import type { Actor } from '@/lib/accounts/types';
import { db, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { VOTING_RIGHTS } from '../../access';
import { findOfficePoll } from '../queries';
import { CHECKERS, checkStepOf } from './rules';
import type { CheckView, DraftToCheck, WaitingDraft } from './types';

/** How many people besides this one could check a draft. */
export const countOtherCheckers = reading(
  VOTING_RIGHTS.check,
  async (actor, tx: Tx = db): Promise<number> => {
    return await tx.user.count({
      where: {
        id: { not: actor.id },
        roles: { some: { role: { in: [...CHECKERS] } } },
      },
    });
  },
);

/** Drafts this person can check, the longest waiting first. */
export const listDraftsToCheck = reading(
  VOTING_RIGHTS.check,
  async (actor): Promise<WaitingDraft[]> => {
    const rows = await db.poll.findMany({
      where: {
        state: 'DRAFT',
        readyAt: { not: null },
        OR: [{ draftedById: null }, { draftedById: { not: actor.id } }],
      },
      orderBy: { readyAt: 'asc' },
      take: 50,
      select: { number: true, question: true, readyAt: true },
    });
    return rows.flatMap(({ readyAt, ...row }) => (readyAt ? [{ ...row, readyAt }] : []));
  },
);

/** How far the check of a draft is, for this person; `null` for what is no draft any more. */
export const findCheck = reading(
  VOTING_RIGHTS.check,
  async (actor, number: number): Promise<CheckView | null> => {
    const row = await db.poll.findFirst({
      where: { number, state: 'DRAFT' },
      select: {
        draftedById: true,
        readyAt: true,
        version: true,
        checkNote: true,
        draftedBy: { select: { displayName: true } },
      },
    });
    if (!row) return null;
    return {
      step: checkStepOf(row, actor.id),
      draftedBy: row.draftedBy?.displayName ?? '',
      readyAt: row.readyAt,
      version: row.version,
      note: row.checkNote,
      others: await countOtherCheckers(actor),
    };
  },
);

/** A draft that waits, for somebody of the Forum who looks at it; anything else is not found. */
export async function getDraftToCheck(actor: Actor, number: number): Promise<DraftToCheck> {
  const check = await findCheck(actor, number);
  if (!check?.readyAt) throw new AppError('NOT_FOUND');
  const { poll } = await findOfficePoll(actor, number);
  return { poll, check };
}
