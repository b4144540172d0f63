import 'server-only';
import { dropPages, type Tx } from '@/lib/core/db';
import type { Prisma } from '@/prisma/generated/client';

/**
 * A session may name them as the one who leads it, and proposals they support count one fewer: those, and whatever
 * they are joined to. Whoever wrote a joined one counts with its lead.
 */
export async function dropPagesOf(tx: Tx, users: Prisma.UserWhereInput): Promise<void> {
  const counted = await tx.proposal.findMany({
    where: {
      OR: [{ supports: { some: { user: users } } }, { author: users, mergedIntoId: { not: null } }],
    },
    select: { id: true },
  });
  const shown = await tx.$queryRaw<{ number: number }[]>`
    SELECT number FROM numbers_upwards(${counted.map(({ id }) => id)}::uuid[]) AS number`;
  await dropPages(tx, 'forum', ...shown.map(({ number }) => `supporters:${number}`));
}
