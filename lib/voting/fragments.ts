import 'server-only';
import type { AskedForFigures, AskedForWaiting, Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';

export const votingFragments: Fragments = {
  waiting: ({ actor, at, soon, most }: AskedForWaiting) => [
    Prisma.sql`
    SELECT 'check' AS kind, number, question AS title,
      (opens_at AT TIME ZONE time_zone)::date::text AS "dueOn", ready_at AS since, '' AS detail,
      (count(*) OVER ())::int AS total
    FROM polls WHERE state = 'DRAFT' AND ready_at IS NOT NULL
      AND drafted_by_id IS DISTINCT FROM ${actor.id}::uuid
    ORDER BY opens_at LIMIT ${most}`,
    Prisma.sql`
    SELECT 'stop', number, question, (closes_at AT TIME ZONE time_zone)::date::text, asked_at, '',
      (count(*) OVER ())::int
    FROM poll_stops JOIN polls ON polls.id = poll_id
    WHERE settled_at IS NULL AND state IN ('SCHEDULED', 'CLOSED')
      AND asked_by_id IS DISTINCT FROM ${actor.id}::uuid
    ORDER BY asked_at LIMIT ${most}`,
    Prisma.sql`
    SELECT 'poll', number, question, (closes_at AT TIME ZONE time_zone)::date::text, opens_at, '',
      (count(*) OVER ())::int
    FROM polls WHERE state = 'SCHEDULED' AND NOT is_test AND opens_at <= ${at} AND closes_at > ${at}
      AND closes_at <= ${soon}
    ORDER BY closes_at LIMIT ${most}`,
    Prisma.sql`
    SELECT 'count', number, question, (closes_at AT TIME ZONE time_zone)::date::text, closes_at,
      CASE WHEN state = 'COUNTED' THEN 'publish' WHEN disputed_at IS NOT NULL THEN 'look'
        ELSE (SELECT count(*) FROM count_sheets WHERE poll_id = polls.id)::text END,
      (count(*) OVER ())::int
    FROM polls WHERE NOT is_test AND (state = 'COUNTED' OR state = 'CLOSED' AND (
      disputed_at IS NOT NULL OR EXISTS (
        -- Where nobody has to count the program does, and nothing waits for the office.
        SELECT FROM unnest(channels) AS way WHERE way IN ('PAPER', 'HANDS') AND NOT EXISTS (
          SELECT FROM count_sheets WHERE poll_id = polls.id AND channel = way AND agreed_at IS NOT NULL))))
    ORDER BY closes_at LIMIT ${most}`,
  ],

  records: ({ from, to }: Omit<AskedForFigures, 'counted'>) => {
    const counted = Prisma.sql`FROM polls WHERE state IN ('PUBLISHED', 'ARCHIVED') AND NOT is_test
      AND closes_at >= ${from} AND closes_at < ${to}`;
    const poll = Prisma.sql`id::text AS id, number, question AS title, closes_at AS at`;
    return [
      Prisma.sql`SELECT 'pollsHeld' AS key, ${poll}, 1 AS value ${counted}`,
      Prisma.sql`
      SELECT 'ballots', ${poll}, (result->>'ballots')::int ${counted} AND (result->>'ballots')::int > 0`,
    ];
  },

  things: () => [
    Prisma.sql`SELECT id::text AS subject, number, id::text AS id FROM polls JOIN asked USING (id)`,
  ],

  takenPart: (actor) => [
    Prisma.sql`
    SELECT 'poll' AS kind, polls.number, polls.question AS title
    FROM roll_entries JOIN polls ON polls.id = roll_entries.poll_id
    WHERE roll_entries.user_id = ${actor.id}::uuid`,
  ],
};
