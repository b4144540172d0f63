import 'server-only';
import type { Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';

export const networkFragments: Fragments = {
  things: () => [
    Prisma.sql`
    SELECT id::text AS subject, NULL::int AS number, id::text AS id FROM partners JOIN asked USING (id)`,
  ],
};
