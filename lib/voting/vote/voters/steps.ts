import 'server-only';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import type { PollRule } from '../../types';
import { standingOf, VOTER_COLUMNS, type Voter, voterIn } from './rules';

/** What decides whether the person of this account may vote, read now. */
export async function getVoter(tx: Tx, userId: string): Promise<Voter> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: VOTER_COLUMNS });
  if (!user) throw new AppError('NOT_FOUND');
  return voterIn(user);
}

/** Roles whose holders accompany polls and do not vote. */
const NOT_VOTING = ['COORDINATOR', 'ADMIN', 'COUNSELLOR', 'PARTNER', 'FUNDER'] as const;

interface Reminded {
  id: string;
  email: string | null;
  phone: string;
  name: string;
  locale: string;
}

/**
 * The next of everybody who wants to be reminded and may vote in a poll; who has voted is not even asked.
 * Whoever has neither address nor number cannot be told.
 * @returns with the last account that was looked at
 */
export async function listVotersToRemind(
  tx: Tx,
  rule: PollRule,
  { after, most }: { after: string | null; most: number },
): Promise<{ voters: Reminded[]; last: string | null }> {
  const users = await tx.user.findMany({
    where: {
      pollReminders: true,
      roles: { none: { role: { in: [...NOT_VOTING] } } },
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take: most,
    select: {
      ...{ id: true, email: true, reminderPhone: true, displayName: true, locale: true },
      ...VOTER_COLUMNS,
    },
  });
  const voters = users
    .filter((user) => standingOf(rule, voterIn(user)) === 'fits')
    .map(({ id, email, reminderPhone, displayName, locale }) => ({
      ...{ id, email, phone: reminderPhone, name: displayName ?? '', locale },
    }))
    .filter(({ email, phone }) => email !== null || phone !== '');
  return { voters, last: users.at(-1)?.id ?? null };
}
