import 'server-only';
import { officeZone } from '@/lib/core/office-time';
import type { AskedForFigures, AskedForWaiting, Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';

/** Of a day the noon of the office, so that it lies in the period the day lies in. */
const noon = () => Prisma.sql`(day + time '12:00') AT TIME ZONE ${officeZone()}`;

export const meetingsFragments: Fragments = {
  waiting: ({ actor, today, zone, soon, most }: AskedForWaiting) => [
    Prisma.sql`
    SELECT 'staffMeetingSoon' AS kind, 0 AS number, title, day::text AS "dueOn", created_at AS since,
      id::text AS detail, (count(*) OVER ())::int AS total
    FROM staff_meetings m WHERE state IN ('PLANNED', 'REGISTERED')
      AND day BETWEEN ${today}::date AND (${soon}::timestamptz AT TIME ZONE ${zone})::date
      AND EXISTS (SELECT FROM staff_meeting_people p WHERE p.meeting_id = m.id AND p.user_id = ${actor.id}::uuid)
    ORDER BY day, id LIMIT ${most}`,
    Prisma.sql`
    SELECT 'staffMeeting' AS kind, 0 AS number, (array_agg(title ORDER BY day))[1] AS title,
      NULL::text AS "dueOn", min(day)::timestamp AT TIME ZONE ${zone} AS since, '' AS detail, count(*)::int AS total
    FROM staff_meetings WHERE state IN ('PLANNED', 'REGISTERED') AND day < ${today}::date HAVING count(*) > 0`,
  ],

  records: ({ from, to }: Omit<AskedForFigures, 'counted'>) => [
    Prisma.sql`
    SELECT 'staffTrainings' AS key, id::text AS id, NULL::int AS number, title, ${noon()} AS at, 1 AS value
    FROM staff_meetings WHERE kind = 'TRAINING' AND state IN ('ATTENDED', 'EVALUATED')
      AND ${noon()} >= ${from} AND ${noon()} < ${to}`,
  ],

  things: () => [
    Prisma.sql`
    SELECT id::text AS subject, NULL::int AS number, id::text AS id
    FROM staff_meetings JOIN asked USING (id)`,
  ],

  taskThings: () => [
    Prisma.sql`
    SELECT 'meeting' AS kind, id::text AS id, NULL::int AS number, title FROM staff_meetings JOIN asked USING (id)
    WHERE kind <> 'PEER_CONSULTATION'`,
  ],
};
