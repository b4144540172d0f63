import 'server-only';
import type { System, Viewer, Visitor } from '@/lib/accounts/types';
import { db, type Tx } from '@/lib/core/db';
import type { SeatCount } from '@/lib/forum/sessions/types';
import type { Seats } from './types';

interface SeatRow {
  capacity: number | null;
  confirmed: number;
  waitingGroups: number;
}

/** How full a session is; numbers only. */
export async function countSeats(_viewer: Viewer, sessionId: string): Promise<SeatCount> {
  const rows = await db.$queryRaw<SeatRow[]>`
    SELECT s.capacity,
      coalesce(sum(r.persons) FILTER (WHERE r.state = 'CONFIRMED'), 0)::int AS confirmed,
      (count(r.id) FILTER (WHERE r.state = 'WAITLISTED'))::int AS "waitingGroups"
    FROM forum_sessions s LEFT JOIN registrations r ON r.session_id = s.id
    WHERE s.id = ${sessionId}::uuid GROUP BY s.id`;
  return rows[0] ?? { capacity: null, confirmed: 0, waitingGroups: 0 };
}

/** The same inside a transaction that holds the session, with what signing up must know. */
export async function readSeats(
  _who: Visitor | System,
  tx: Tx,
  session: { id: string; capacity: number | null },
): Promise<Seats> {
  const rows = await tx.$queryRaw<Omit<Seats, 'capacity'>[]>`
    SELECT coalesce(sum(persons) FILTER (WHERE state = 'CONFIRMED'), 0)::int AS confirmed,
      (count(*) FILTER (WHERE state = 'WAITLISTED'))::int AS "waitingGroups",
      min(persons) FILTER (WHERE state = 'WAITLISTED') AS "smallestWaiting",
      coalesce(max(queue_number), 0)::int AS "lastQueueNumber"
    FROM registrations WHERE session_id = ${session.id}::uuid`;
  const counted = rows[0] ?? {
    confirmed: 0,
    waitingGroups: 0,
    smallestWaiting: null,
    lastQueueNumber: 0,
  };
  return { ...counted, capacity: session.capacity };
}
