import 'server-only';
import { Prisma } from '@/prisma/generated/client';

/**
 * Each of the proposals with everything that is joined to it, and to that in turn, as `joined (root, id)`. Nothing
 * is ever copied from one to the other, so that whatever comes out again takes along what it brought.
 * @param until only what was joined by then; null: all of it
 */
export const joinedTo = (ids: readonly string[], until: Date | null = null) => Prisma.sql`
  WITH RECURSIVE joined (root, id) AS (
    SELECT id, id FROM proposals WHERE id = ANY(${[...ids]}::uuid[])
    UNION
    SELECT joined.root, p.id FROM joined
    JOIN proposals p ON p.merged_into_id = joined.id AND p.state = 'MERGED'
      AND (${until}::timestamptz IS NULL OR p.state_since <= ${until})
  )`;
