import 'server-only';
import { publicly } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { showsTags } from '@/lib/core/page-cache';
import type { SeatCount } from '@/lib/forum/sessions/types';
import { FORUM_TAGS } from '../tags';

interface SeatRow {
  capacity: number | null;
  confirmed: number;
  waitingGroups: number;
}

/** How full a session is; numbers only. */
export const countSeats = publicly(async (sessionId: string): Promise<SeatCount> => {
  showsTags(FORUM_TAGS.seats(sessionId));
  const rows = await db.$queryRaw<SeatRow[]>`
    SELECT s.capacity,
      coalesce(sum(r.persons) FILTER (WHERE r.state = 'CONFIRMED'), 0)::int AS confirmed,
      (count(r.id) FILTER (WHERE r.state = 'WAITLISTED'))::int AS "waitingGroups"
    FROM forum_sessions s LEFT JOIN registrations r ON r.session_id = s.id
    WHERE s.id = ${sessionId}::uuid GROUP BY s.id`;
  return rows[0] ?? { capacity: null, confirmed: 0, waitingGroups: 0 };
});
