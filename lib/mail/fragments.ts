import 'server-only';
import { now } from '@/lib/core/clock';
import type { AskedForWaiting, Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';

/** The way to somebody in the spelling of `wayTo`. */
const way = (contact: Prisma.Sql) => Prisma.sql`
  regexp_replace(lower(regexp_replace(${contact}, '^\\s*(\\+|00)49[\\s/]*(\\(0\\))?', '0')), '[^[:alnum:]]+', '', 'g')`;

/** What is owed and to whom: as many people as the list has rows, see `byPerson`. */
const owed = () => Prisma.sql`
  SELECT item.*, coalesce(nullif(${way(Prisma.sql`item.contact`)}, ''),
    (SELECT ${way(Prisma.sql`other.contact`)} FROM call_list_items AS other
      WHERE other.account_id = item.account_id AND other.kind = item.kind AND other.done_at IS NULL
        AND other.contact <> '' LIMIT 1),
    item.account_id::text, item.id::text) AS who
  FROM call_list_items AS item
  WHERE item.done_at IS NULL AND (item.ends_at IS NULL OR item.ends_at > ${now()})`;

export const mailFragments: Fragments = {
  waiting: ({ zone }: AskedForWaiting) => [
    Prisma.sql`
    SELECT lower(kind::text) AS kind, 0 AS number,
      (array_agg(subject ORDER BY due_at, created_at))[1] AS title,
      (min(due_at) AT TIME ZONE ${zone})::date::text AS "dueOn", min(created_at) AS since,
      '' AS detail, count(DISTINCT who)::int AS total
    FROM (${owed()}) AS owed GROUP BY kind`,
    Prisma.sql`
    SELECT 'mail', 0, min(subject), NULL, min(created_at), '', count(*)::int
    FROM outgoing_mails WHERE state = 'FAILED' AND NOT kept_back HAVING count(*) > 0`,
  ],
};
