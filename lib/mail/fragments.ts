import 'server-only';
import { now } from '@/lib/core/clock';
import type { AskedForWaiting, Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';

export const mailFragments: Fragments = {
  waiting: ({ zone }: AskedForWaiting) => [
    Prisma.sql`
    SELECT lower(kind::text) AS kind, 0 AS number,
      (array_agg(subject ORDER BY due_at NULLS LAST, created_at))[1] AS title,
      (min(due_at) AT TIME ZONE ${zone})::date::text AS "dueOn", min(created_at) AS since,
      '' AS detail, count(*)::int AS total
    FROM call_list_items WHERE done_at IS NULL AND (ends_at IS NULL OR ends_at > ${now()}) GROUP BY kind`,
    Prisma.sql`
    SELECT 'mail', 0, min(subject), NULL, min(created_at), '', count(*)::int
    FROM outgoing_mails WHERE state = 'FAILED' HAVING count(*) > 0`,
  ],
};
