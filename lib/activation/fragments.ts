import 'server-only';
import { dayColumn, plusDays } from '@/lib/core/day.mjs';
import { officeDate } from '@/lib/core/office-time';
import type { AskedForFigures, AskedForWaiting, Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';
import { DAYS_TO_EVALUATE } from './rules';

const dayAt = (instant: Date) => dayColumn(officeDate(instant));

export const activationFragments: Fragments = {
  // The last trial of an edition says since when somebody could evaluate it.
  waiting: ({ today, zone }: AskedForWaiting) => [
    Prisma.sql`
    SELECT 'activationTrial' AS kind, 0 AS number, (array_agg(name ORDER BY day))[1] AS title, NULL::text AS "dueOn",
      (min(day)::timestamp AT TIME ZONE ${zone}) AS since, '' AS detail, count(*)::int AS total
    FROM (SELECT f.name, max(t.day) FILTER (WHERE t.day <= ${dayColumn(today)}::date) AS day FROM activation_formats f JOIN activation_trials t ON t.format_id = f.id
      WHERE f.state = 'IN_TRIAL' GROUP BY f.id) tried
    WHERE day <= ${dayColumn(plusDays(today, -DAYS_TO_EVALUATE))}::date HAVING count(*) > 0`,
    Prisma.sql`
    SELECT 'activationSurvey' AS kind, 0 AS number, (array_agg(title ORDER BY ends_on))[1] AS title,
      NULL::text AS "dueOn", (min(ends_on)::timestamp AT TIME ZONE ${zone}) AS since, '' AS detail, count(*)::int AS total
    FROM activation_surveys s
    WHERE opened AND ends_on < ${dayColumn(today)}::date AND (told_at IS NULL OR (finished AND EXISTS (
      -- As the list of surveys says that somebody is still to be reached.
      SELECT FROM activation_invitations i LEFT JOIN outgoing_mails m ON m.id = i.mail_id
      WHERE i.survey_id = s.id AND (s.invited_at IS NULL OR m.state <> 'SENT' OR EXISTS (
        SELECT FROM call_list_items c WHERE c.case_id = i.id AND c.done_at IS NULL)))))
    HAVING count(*) > 0`,
  ],

  records: ({ from, to }: Omit<AskedForFigures, 'counted'>) => [
    Prisma.sql`
    SELECT 'formatsTried' AS key, f.id::text AS id, NULL::int AS number, f.name AS title,
      min(t.day)::timestamp AT TIME ZONE 'UTC' AS at, 1 AS value
    FROM activation_formats f JOIN activation_trials t ON t.format_id = f.id
    WHERE t.reached IS NOT NULL AND t.day >= ${dayAt(from)}::date AND t.day < ${dayAt(to)}::date GROUP BY f.id`,
    decided('formatsEstablished', 'ESTABLISHED', from, to),
    decided('formatsDiscarded', 'DISCARDED', from, to),
  ],

  things: () => [
    Prisma.sql`
    SELECT id::text AS subject, NULL::int AS number, id::text AS id
    FROM activation_formats JOIN asked USING (id)`,
    Prisma.sql`
    SELECT id::text AS subject, NULL::int AS number, id::text AS id
    FROM activation_trials JOIN asked USING (id)`,
    Prisma.sql`
    SELECT id::text AS subject, NULL::int AS number, id::text AS id
    FROM activation_surveys JOIN asked USING (id)`,
  ],
};

const decided = (key: string, state: string, from: Date, to: Date) => Prisma.sql`
  SELECT ${key} AS key, id::text AS id, NULL::int AS number, name AS title, decided_at AS at, 1 AS value
  FROM activation_formats WHERE state = ${state}::"ActivationState" AND decided_at >= ${from} AND decided_at < ${to}`;
