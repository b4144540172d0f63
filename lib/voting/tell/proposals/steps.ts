import 'server-only';
import type { Tx } from '@/lib/core/db';
import type { Prisma } from '@/prisma/generated/client';

/** Polls with numbers the Forum can decide by. */
export const COUNTED = ['COUNTED', 'PUBLISHED', 'ARCHIVED'] as const;

/**
 * Polls that were not over yet when the proposal last came from anywhere but a vote. What was voted before the
 * Forum put it back, or it was opened anew, decides nothing any more.
 */
export async function ofThisRound(
  tx: Pick<Tx, 'proposalStep'>,
  proposal: { id: string } | { number: number },
): Promise<Pick<Prisma.PollWhereInput, 'closesAt'>> {
  const before = await tx.proposalStep.findFirst({
    where: { proposal, to: { not: 'IN_VOTE' } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { at: true },
  });
  return before ? { closesAt: { gt: before.at } } : {};
}
