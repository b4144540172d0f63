import 'server-only';
import type { System, Viewer, Visitor } from '@/lib/accounts/types';
import { db, type Tx } from '@/lib/core/db';
import type { BallotPaper } from '@/lib/elections/results/types';

/**
 * What lies in a sealed box, in its random order.
 * @throws when the box is still open: nobody looks into it, the office neither
 */
export async function openBox(
  _who: Visitor | Viewer | System,
  pollId: string,
  tx: Tx = db,
): Promise<BallotPaper[]> {
  return await tx.$queryRaw<BallotPaper[]>`
    SELECT choices::text[] AS choices, points FROM open_box(${pollId}::uuid)`;
}
