import 'server-only';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { type Refused, refused } from '@/lib/core/result';

/**
 * Several who were there enter the same peer consultation, and the office may do it, too; nothing of it but the day
 * tells it from another. Whoever enters one waits for whoever is entering one of the same day.
 * @param day local date
 * @param self that is put right
 */
export async function peersThere(tx: Tx, day: string, self?: string): Promise<Refused | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('peers ' || ${day}, 0))`;
  const there = await tx.staffMeeting.count({
    where: {
      ...{ kind: 'PEER_CONSULTATION', day: dayColumn(day), state: { not: 'CANCELLED' } },
      ...(self === undefined ? {} : { id: { not: self } }),
    },
  });
  return there > 0 ? refused('meetings.refused.peersThere', {}, 'day') : null;
}
