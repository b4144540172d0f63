import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { servedOf } from '@/lib/elections/explained/reasons';
import type { Served } from '@/lib/elections/explained/types';
import { SMALLEST_GROUP } from '@/lib/elections/results/shown';
import { VOTING_RIGHTS } from '../../access';
import { VOTER_COLUMNS, type Voter, voterIn } from './rules';

/** What decides whether this person may vote, read now. */
export async function getOwnVoter(actor: Actor): Promise<Voter> {
  const user = await db.user.findUnique({ where: { id: actor.id }, select: VOTER_COLUMNS });
  if (!user) throw new AppError('NOT_FOUND');
  return voterIn(user);
}

/** How many people have the Forum's right to vote; who they are is not listed. */
export const countForumRights = sameFor(VOTING_RIGHTS.prepare, async (): Promise<number> => {
  return await db.user.count({ where: { forumRight: true } });
});

/**
 * How many of the accounts with an address that voted in a poll were made after it had begun: only after
 * its end, never who, and no small group. Null before, and once the roll is forgotten.
 */
export const findNewVoters = sameFor(
  VOTING_RIGHTS.prepare,
  async (number: number): Promise<Served | null> => {
    const rows = await db.$queryRaw<{ fresh: number; of: number }[]>`
      SELECT count(*) FILTER (WHERE users.created_at >= polls.opens_at)::int AS fresh,
        count(*)::int AS of
      FROM polls JOIN roll_entries ON roll_entries.poll_id = polls.id
        JOIN users ON users.id = roll_entries.user_id
      WHERE polls.number = ${number} AND NOT polls.is_test AND users.email IS NOT NULL
        AND polls.state IN ('CLOSED', 'COUNTED', 'PUBLISHED', 'ARCHIVED')`;
    const { fresh = 0, of = 0 } = rows[0] ?? {};
    if (of === 0) return null;
    // Of very few, none and all would be small groups too.
    return of < SMALLEST_GROUP ? { key: 'few' } : servedOf(fresh, of);
  },
);
