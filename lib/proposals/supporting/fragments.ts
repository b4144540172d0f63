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

/** Of those at one address the first, as `each (root, …proposals)`: whoever wrote the root itself before whoever joined it. */
export const onceEach = (ids: readonly string[], until: Date | null = null) => Prisma.sql`
  ${joinedTo(ids, until)}, each AS (
    SELECT DISTINCT ON (joined.root, p.contact_kind, lower(p.contact_value)) joined.root, p.*
    FROM joined JOIN proposals p ON p.id = joined.id
    ORDER BY joined.root, p.contact_kind, lower(p.contact_value), (p.id = joined.root) DESC, p.id
  )`;

/** A proposal `mine` is of whom `u` is, by their address or their account: as its author they hear of it, and not once more. */
export const HEARS_AS_AUTHOR = Prisma.sql`(mine.contact_value = u.email
  OR (mine.author_id = u.id AND mine.contact_kind <> 'NUMBER' AND mine.contact_value <> ''))`;
