import 'server-only';
import { reading } from '@/lib/accounts/command';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { VOTING_RIGHTS } from '../../access';
import { VOTER_COLUMNS, type Voter, voterIn } from './rules';

/** What decides whether this person may vote, read now. */
export async function getOwnVoter(actor: Actor): Promise<Voter> {
  const user = await db.user.findUnique({ where: { id: actor.id }, select: VOTER_COLUMNS });
  if (!user) throw new AppError('NOT_FOUND');
  return voterIn(user);
}

/** How many people have the Forum's right to vote; who they are is not listed. */
export const countForumRights = reading(VOTING_RIGHTS.prepare, async (): Promise<number> => {
  return await db.user.count({ where: { forumRight: true } });
});
