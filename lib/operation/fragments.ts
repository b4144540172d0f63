import 'server-only';
import type { Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';

export const operationFragments: Fragments = {
  // What was promised to be deleted and is still there.
  waiting: () => [
    Prisma.sql`
    SELECT 'retention' AS kind, 0 AS number, '' AS title, NULL AS "dueOn", min(at) AS since,
      '' AS detail, count(*)::int AS total
    FROM operation_marks WHERE name LIKE 'sweep.%' AND NOT ok HAVING count(*) > 0`,
  ],
};
