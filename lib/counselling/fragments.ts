import 'server-only';
import { plusDays } from '@/lib/core/day.mjs';
import type { AskedForWaiting, Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';
import { SOON_DAYS } from './topics/rules';

export const counsellingFragments: Fragments = {
  // The end of a shorter month counts here as it does in `dueOn` of the rules: a test holds the two together.
  waiting: ({ today, zone, most }: AskedForWaiting) => [
    Prisma.sql`
    SELECT 'counsellingTopic' AS kind, (row_number() OVER (ORDER BY due, id))::int AS number, title,
      due::text AS "dueOn", reviewed_on::timestamp AT TIME ZONE ${zone} AS since, id::text AS detail,
      (count(*) OVER ())::int AS total
    FROM (
      SELECT t.id, x.title, e.reviewed_on,
        (e.reviewed_on + make_interval(months => least(e.reviewed_for, t.review_every_months)))::date AS due
      FROM counselling_editions e
      JOIN counselling_topics t ON t.id = e.topic_id
      JOIN counselling_texts x ON x.edition_id = e.id AND x.language = 'GERMAN'
      WHERE e.is_public
    ) AS topics
    WHERE due <= ${plusDays(today, SOON_DAYS)}::date ORDER BY due, id LIMIT ${most}`,
  ],

  things: () => [
    Prisma.sql`
    SELECT id::text AS subject, NULL::int AS number, id::text AS id
    FROM counselling_topics JOIN asked USING (id)`,
  ],
};
