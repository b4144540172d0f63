import 'server-only';
import type { Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';

export const networkFragments: Fragments = {
  taskThings: () => [
    Prisma.sql`
    SELECT 'partner' AS kind, id::text AS id, NULL::int AS number, name AS title FROM partners JOIN asked USING (id)`,
  ],

  things: () => [
    Prisma.sql`
    SELECT id::text AS subject, NULL::int AS number, id::text AS id FROM partners JOIN asked USING (id)`,
  ],
};
