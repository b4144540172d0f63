import 'server-only';
import type { AskedForFigures, AskedForWaiting, Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';

export const outreachFragments: Fragments = {
  waiting: ({ at }: AskedForWaiting) => [
    Prisma.sql`
    SELECT 'outreachRound' AS kind, 0 AS number, (array_agg(place ORDER BY ends_at))[1] AS title,
      NULL::text AS "dueOn", min(ends_at) AS since, '' AS detail, count(*)::int AS total
    FROM outreach_rounds WHERE state = 'PLANNED' AND ends_at <= ${at} HAVING count(*) > 0`,
  ],

  records: ({ from, to }: Omit<AskedForFigures, 'counted'>) => [
    Prisma.sql`
    SELECT 'outreachRounds' AS key, id::text AS id, NULL::int AS number, place AS title, starts_at AS at, 1 AS value
    FROM outreach_rounds WHERE state = 'DONE' AND starts_at >= ${from} AND starts_at < ${to}`,
  ],

  taskThings: () => [
    Prisma.sql`
    SELECT 'round' AS kind, id::text AS id, NULL::int AS number, place AS title
    FROM outreach_rounds JOIN asked USING (id)`,
  ],

  things: () => [
    Prisma.sql`
    SELECT id::text AS subject, NULL::int AS number, id::text AS id
    FROM outreach_rounds JOIN asked USING (id)`,
  ],
};
