import 'server-only';
import type { AskedForFigures, Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';

const HELD = Prisma.sql`state IN ('HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED')`;

export const forumFragments: Fragments = {
  counts: ({ from, to }: Omit<AskedForFigures, 'counted'>) => {
    const within = Prisma.sql`starts_at >= ${from} AND starts_at < ${to}`;
    return [
      Prisma.sql`
      SELECT 'sessionsHeld' AS key, count(*)::int AS value FROM forum_sessions WHERE ${within} AND ${HELD}`,
      Prisma.sql`
      SELECT 'sessionsCancelled', count(*)::int FROM forum_sessions
      WHERE ${within} AND state = 'CANCELLED'`,
      Prisma.sql`
      SELECT 'attendance', coalesce(sum(attended), 0)::int FROM forum_sessions
      WHERE ${within} AND ${HELD}`,
      Prisma.sql`
      SELECT 'signUps', coalesce(sum(persons), 0)::int FROM registrations
      WHERE state = 'CONFIRMED'
        AND session_id IN (SELECT id FROM forum_sessions WHERE ${within} AND ${HELD})`,
    ];
  },

  things: () => [
    Prisma.sql`
    SELECT id::text AS subject, number, id::text AS id FROM forum_sessions JOIN asked USING (id)`,
    Prisma.sql`
    SELECT t.id::text, s.number, s.id::text
    FROM (SELECT id, session_id FROM agenda_items UNION ALL SELECT id, session_id FROM registrations
      UNION ALL SELECT id, session_id FROM decisions UNION ALL SELECT id, session_id FROM forum_tasks) t
    JOIN asked USING (id) JOIN forum_sessions s ON s.id = t.session_id`,
  ],
};
