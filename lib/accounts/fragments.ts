import 'server-only';
import type { Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';

export const accountsFragments: Fragments = {
  things: () => [
    Prisma.sql`
    SELECT id::text AS subject, number, id::text AS id FROM access_card_batches JOIN asked USING (id)`,
    Prisma.sql`
    SELECT c.id::text, b.number, b.id::text
    FROM access_cards c JOIN asked USING (id) JOIN access_card_batches b ON b.id = c.batch_id`,
    // Residents are never looked up from what was written down.
    Prisma.sql`
    SELECT id::text, NULL::int, id::text FROM users JOIN asked USING (id)
    WHERE EXISTS (SELECT FROM role_grants WHERE user_id = users.id)`,
  ],
};
