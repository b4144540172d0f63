import 'server-only';
import { dropPages, type Tx } from '@/lib/core/db';
import type { Prisma } from '@/prisma/generated/client';

/** A session may name them as the one who leads it, and proposals they support count one fewer. */
export async function dropPagesOf(tx: Tx, users: Prisma.UserWhereInput): Promise<void> {
  const supported = await tx.proposal.findMany({
    where: { supports: { some: { user: users } } },
    select: { number: true },
  });
  await dropPages(tx, 'forum', ...supported.map(({ number }) => `supporters:${number}`));
}
