import 'server-only';
import type { AskedForFigures, AskedForWaiting, Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';
import { AWAITING_OFFICE } from './rules';

export const initiativesFragments: Fragments = {
  waiting: ({ most }: AskedForWaiting) => [
    Prisma.sql`
    SELECT 'request' AS kind, number, title, promised_for::text AS "dueOn", requested_at AS since,
      '' AS detail, (count(*) OVER ())::int AS total
    FROM support_requests WHERE state = ANY(${[...AWAITING_OFFICE]}::"SupportState"[])
    ORDER BY promised_for NULLS LAST, requested_at LIMIT ${most}`,
  ],

  records: ({ from, to }: Omit<AskedForFigures, 'counted'>) => [
    Prisma.sql`
    SELECT 'requestsReceived' AS key, id::text AS id, number, title, requested_at AS at, 1 AS value
    FROM support_requests WHERE requested_at >= ${from} AND requested_at < ${to}`,
    Prisma.sql`
    SELECT 'requestsCompleted', r.id::text, r.number, r.title, min(s.at), 1
    FROM support_steps s JOIN support_requests r ON r.id = s.request_id
    WHERE s."to" = 'COMPLETED' AND s.at >= ${from} AND s.at < ${to}
      -- Only what was taken back goes on after the end.
      AND NOT EXISTS (SELECT FROM support_steps back WHERE back.request_id = r.id AND back.at > s.at)
    GROUP BY r.id`,
  ],

  // A request whose words are gone is there for the yearly report alone.
  taskThings: () => [
    Prisma.sql`
    SELECT 'request' AS kind, id::text AS id, number, title FROM support_requests JOIN asked USING (id)
    WHERE title <> ''`,
  ],

  things: () => [
    Prisma.sql`
    SELECT id::text AS subject, number, id::text AS id FROM support_requests JOIN asked USING (id)`,
    Prisma.sql`SELECT id::text, NULL::int, id::text FROM initiatives JOIN asked USING (id)`,
  ],
};
