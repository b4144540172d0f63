import 'server-only';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/prisma/generated/client';
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

const WANTS = {
  pollReminders: true,
  roles: { none: { role: { in: [...NOT_VOTING] } } },
};

interface Reminded {
  id: string;
  email: string | null;
  phone: string;
  name: string;
  locale: string;
}

interface Page {
  after: string | null;
  most: number;
}

/**
 * The next of everybody who wants to be reminded and may vote in a poll; who has voted is not even asked.
 * Whoever has neither address nor number cannot be told.
 * @returns with the last account that was looked at
 */
export async function listVotersToRemind(
  tx: Tx,
  rule: PollRule,
  page: Page,
): Promise<{ voters: Reminded[]; last: string | null }> {
  const users = await nextOf(tx, WANTS, page);
  const voters = users.filter((user) => fits(rule, user)).map(reminded);
  return { voters: voters.filter(canBeTold), last: users.at(-1)?.id ?? null };
}

/** Whom a reminder of a poll has reached: addresses, and numbers by account. */
interface ReachedBy {
  mailed: ReadonlySet<string>;
  called: ReadonlyMap<string, string>;
}

/**
 * The next of those who hear that a poll came to nothing: whoever wants to be reminded and might have voted, and
 * whoever was reminded, even if they want it no more. Who was called is called where they were: with the wish their
 * number went. Here, too, nobody asks who has voted.
 */
export async function listVotersToTell(
  tx: Tx,
  rule: PollRule,
  { mailed, called }: ReachedBy,
  page: Page,
): Promise<{ voters: (Reminded & { wants: boolean })[]; last: string | null }> {
  const reached = [{ email: { in: [...mailed] } }, { id: { in: [...called.keys()] } }];
  const users = await nextOf(tx, { OR: [WANTS, ...reached] }, page);
  const voters = users
    .filter((user) => mailed.has(user.email ?? '') || called.has(user.id) || fits(rule, user))
    .map((user) => {
      const voter = reminded(user);
      const phone = voter.phone || (called.get(user.id) ?? '');
      return { ...voter, phone, wants: user.pollReminders };
    });
  return { voters: voters.filter(canBeTold), last: users.at(-1)?.id ?? null };
}

const nextOf = (tx: Tx, which: Prisma.UserWhereInput, { after, most }: Page) =>
  tx.user.findMany({
    where: { AND: [which, after === null ? {} : { id: { gt: after } }] },
    orderBy: { id: 'asc' },
    take: most,
    select: {
      ...{ id: true, email: true, reminderPhone: true, displayName: true, locale: true },
      ...{ pollReminders: true, ...VOTER_COLUMNS },
    },
  });

type User = Awaited<ReturnType<typeof nextOf>>[number];

const fits = (rule: PollRule, user: User) => standingOf(rule, voterIn(user)) === 'fits';

const reminded = ({ id, email, reminderPhone, displayName, locale }: User): Reminded => ({
  ...{ id, email, phone: reminderPhone, name: displayName ?? '', locale },
});

const canBeTold = ({ email, phone }: Reminded) => email !== null || phone !== '';
