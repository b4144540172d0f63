import 'server-only';
import type { AskedForFigures, Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';

export const calendarFragments: Fragments = {
  counts: ({ from, to }: Omit<AskedForFigures, 'counted'>) => {
    const entered = Prisma.sql`partner_id IS NOT NULL AND created_at >= ${from} AND created_at < ${to}`;
    return [
      Prisma.sql`
      SELECT 'partnerEntries' AS key, count(*)::int AS value FROM calendar_entries WHERE ${entered}`,
      Prisma.sql`
      SELECT 'partnersWithEntries', count(DISTINCT partner_id)::int
      FROM calendar_entries WHERE ${entered}`,
    ];
  },

  things: () => [
    Prisma.sql`
    SELECT id::text AS subject, NULL::int AS number, id::text AS id
    FROM calendar_entries JOIN asked USING (id)`,
  ],
};
