import 'server-only';
import type { AskedForFigures, Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';

const HELD = Prisma.sql`state IN ('HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED')`;

export const forumFragments: Fragments = {
  records: ({ from, to }: Omit<AskedForFigures, 'counted'>) => {
    const within = Prisma.sql`starts_at >= ${from} AND starts_at < ${to}`;
    const session = Prisma.sql`s.id::text AS id, s.number, s.title, s.starts_at AS at`;
    return [
      Prisma.sql`
      SELECT 'sessionsHeld' AS key, ${session}, 1 AS value FROM forum_sessions s WHERE ${within} AND ${HELD}`,
      Prisma.sql`
      SELECT 'sessionsCancelled', ${session}, 1 FROM forum_sessions s
      WHERE ${within} AND state = 'CANCELLED'`,
      Prisma.sql`
      SELECT 'attendance', ${session}, attended FROM forum_sessions s
      WHERE ${within} AND ${HELD} AND attended > 0`,
      Prisma.sql`
      SELECT 'signUps', ${session}, sum(persons)::int
      FROM forum_sessions s JOIN registrations r ON r.session_id = s.id AND r.state = 'CONFIRMED'
      WHERE ${within} AND s.${HELD} GROUP BY s.id`,
    ];
  },

  taskThings: () => [
    Prisma.sql`
    SELECT 'session' AS kind, id::text AS id, number, title FROM forum_sessions JOIN asked USING (id)`,
    Prisma.sql`
    SELECT 'decision', d.id::text, s.number, d.text
    FROM decisions d JOIN asked USING (id) JOIN forum_sessions s ON s.id = d.session_id`,
  ],

  keptTasks: () => [
    Prisma.sql`
    SELECT 'session' AS kind, s.id::text AS id, s.number, t.text, t.assignee, t.due_on::text AS due,
      t.id::text AS task, s.starts_at AS since, 'forumTask' AS waits
    FROM forum_tasks t JOIN forum_sessions s ON s.id = t.session_id WHERE NOT t.done AND t.drop_reason = ''`,
  ],

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
