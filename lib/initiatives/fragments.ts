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

  counts: ({ from, to }: Omit<AskedForFigures, 'counted'>) => [
    Prisma.sql`
    SELECT 'requestsReceived' AS key, count(*)::int AS value FROM support_requests
    WHERE requested_at >= ${from} AND requested_at < ${to}`,
    Prisma.sql`
    SELECT 'requestsCompleted', count(DISTINCT request_id)::int FROM support_steps
    WHERE "to" = 'COMPLETED' AND at >= ${from} AND at < ${to}`,
  ],

  things: () => [
    Prisma.sql`
    SELECT id::text AS subject, number, id::text AS id FROM support_requests JOIN asked USING (id)`,
    Prisma.sql`SELECT id::text, NULL::int, id::text FROM initiatives JOIN asked USING (id)`,
  ],
};
