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
    WITH RECURSIVE upwards (id, number, lead) AS (
      SELECT id, number, merged_into_id FROM proposals
      WHERE id = ANY(${counted.map(({ id }) => id)}::uuid[])
      UNION
      SELECT p.id, p.number, p.merged_into_id FROM upwards JOIN proposals p ON p.id = upwards.lead
    )
    SELECT DISTINCT number FROM upwards`;
  await dropPages(tx, 'forum', ...shown.map(({ number }) => `supporters:${number}`));
}
