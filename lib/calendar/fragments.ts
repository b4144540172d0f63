import 'server-only';
import type { AskedForFigures, Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';

export const calendarFragments: Fragments = {
  records: ({ from, to }: Omit<AskedForFigures, 'counted'>) => {
    const entered = Prisma.sql`partner_id IS NOT NULL AND created_at >= ${from} AND created_at < ${to}`;
    return [
      Prisma.sql`
      SELECT 'partnerEntries' AS key, id::text AS id, NULL::int AS number, title, created_at AS at, 1 AS value
      FROM calendar_entries WHERE ${entered}`,
      Prisma.sql`
      SELECT 'partnersWithEntries', partners.id::text, NULL, name, min(created_at), 1
      FROM calendar_entries JOIN partners ON partners.id = partner_id WHERE ${entered} GROUP BY partners.id`,
    ];
  },

  things: () => [
    Prisma.sql`
    SELECT id::text AS subject, NULL::int AS number, id::text AS id
    FROM calendar_entries JOIN asked USING (id)`,
  ],
};
