import 'server-only';
import { DOMAINS } from '@/lib/domains';
import { union } from '@/lib/fragments';
import type { AskedForWaiting, Fragment, Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';
import { ASSIGNEE_ROLES } from './rules';
import { goesWithIt, THINGS } from './things';

/** Made of what all other domains say tasks may be about. */
export async function makeFragments(): Promise<Fragments> {
  const others = DOMAINS.filter(({ name }) => name !== 'tasks');
  const parts = await Promise.all(others.map(({ fragments }) => fragments()));
  const isThere = isStillThere(parts.flatMap(({ taskThings }: Fragments) => taskThings?.() ?? []));
  const kept = parts.flatMap(({ keptTasks }: Fragments) => keptTasks?.() ?? []);
  return {
    waiting: (asked: AskedForWaiting) => [
      pressing(asked, isThere),
      keptPressing(asked, kept),
      emptied(isThere),
    ],

    things: () => [
      Prisma.sql`SELECT id::text AS subject, number, id::text AS id FROM tasks JOIN asked USING (id)`,
    ],
  };
}

/** Not about something a resident handed in that is gone: what it said is read no more, see `things.ts`. */
const isStillThere = (things: readonly Fragment[]) => Prisma.sql`(
  t.thing_kind <> ALL(${Object.keys(THINGS).filter(goesWithIt)}::text[]) OR EXISTS (
    WITH asked AS (SELECT t.thing_id AS id)
    SELECT FROM (${union(things)}) AS things (kind, id, number, title) WHERE kind = t.thing_kind))`;

const OPEN = Prisma.sql`t.state IN ('OPEN', 'IN_PROGRESS')`;

/** Somebody who can have a task, is there or not. */
const ofOffice = (id: Prisma.Sql) => Prisma.sql`EXISTS (
  SELECT FROM role_grants g WHERE g.user_id = ${id} AND g.role = ANY(${[...ASSIGNEE_ROLES]}::"Role"[]))`;

const counsels = (id: Prisma.Sql) => Prisma.sql`EXISTS (
  SELECT FROM role_grants g WHERE g.user_id = ${id} AND g.role = 'COUNSELLOR')`;

/** Who is away on a day: from the office, and whoever only counsels from that. */
const absence = (id: Prisma.Sql, today: string) => Prisma.sql`
  SELECT a.user_id, a.deputy_id FROM task_absences a
  WHERE a.user_id = ${id} AND a.counselling = NOT p.is_office AND ${today}::date BETWEEN a.from_day AND a.until_day`;

/** Whoever had it, and what a reader is told where their account is gone: no name of a person. */
const former = (id: Prisma.Sql) => Prisma.sql`coalesce(
  (SELECT coalesce(u.display_name, u.email) FROM users u WHERE u.id = ${id}), 'accountGone')`;

/** Who has it (`p`), when they are away (`away`), and who stands in then (`d`). */
const doer = (id: Prisma.Sql, isOfItself: Prisma.Sql, today: string) => Prisma.sql`
  LEFT JOIN LATERAL (SELECT u.id, coalesce(u.display_name, u.email, '') AS name, ${ofOffice(Prisma.sql`u.id`)} AS is_office
    FROM users u WHERE u.id = ${id}
      AND (${ofOffice(Prisma.sql`u.id`)} OR (${isOfItself} AND ${counsels(Prisma.sql`u.id`)}))) p ON true
  LEFT JOIN LATERAL (${absence(Prisma.sql`p.id`, today)} LIMIT 1) away ON true
  LEFT JOIN LATERAL (SELECT u.id, coalesce(u.display_name, u.email, '') AS name FROM users u
    WHERE u.id = away.deputy_id
      AND CASE WHEN p.is_office THEN ${ofOffice(Prisma.sql`u.id`)} ELSE ${counsels(Prisma.sql`u.id`)} END
      AND NOT EXISTS (${absence(Prisma.sql`u.id`, today)})) d ON true`;

/**
 * What is overdue or due today, and what nobody does, whenever it is due. Who does it is found as `whoDoes` of the
 * rules finds it; one's own come first.
 */
const pressing = ({ actor, today, most }: AskedForWaiting, isThere: Fragment) => Prisma.sql`
  SELECT kind, number, title, due, since, detail, total FROM (
    SELECT *, (count(*) OVER (PARTITION BY kind))::int AS total,
      row_number() OVER (PARTITION BY kind ORDER BY own DESC, due NULLS LAST, number) AS place
    FROM (
      SELECT t.number, t.text AS title, t.due_on::text AS due, t.created_at AS since,
        CASE WHEN t.assignee_name <> '' THEN 'task'
          WHEN p.id IS NULL AND t.was_given THEN 'taskReturned'
          WHEN p.id IS NULL OR (away.user_id IS NOT NULL AND d.id IS NULL) THEN 'taskNobody'
          WHEN d.id IS NOT NULL THEN 'taskDeputy' ELSE 'task' END AS kind,
        CASE WHEN t.assignee_name <> '' THEN t.assignee_name
          WHEN p.id IS NULL AND t.was_given THEN ${former(Prisma.sql`t.assignee_id`)}
          WHEN away.user_id IS NULL THEN coalesce(p.name, '') ELSE coalesce(d.name, '') END AS detail,
        coalesce(CASE WHEN away.user_id IS NULL THEN p.id ELSE d.id END = ${actor.id}::uuid AND p.is_office, false) AS own
      FROM tasks t
      ${doer(Prisma.sql`t.assignee_id`, Prisma.sql`t.thing_kind = ''`, today)}
      WHERE ${OPEN} AND t.text <> '' AND ${isThere} AND (t.due_on <= ${today}::date OR t.assignee_name = '')
    ) AS found
    WHERE due <= ${today} OR kind IN ('taskNobody', 'taskReturned')
  ) AS counted WHERE place <= ${most}`;

/**
 * What other domains keep and is due, as they call it; and, whenever it is due, what somebody of the office was to see to
 * and nobody does. Beside who was asked in public stands who of the office does it today; one's own come first.
 */
const keptPressing = (
  { actor, today, most }: AskedForWaiting,
  kept: readonly Fragment[],
) => Prisma.sql`
  SELECT kind, number, title, due, since, detail, total FROM (
    SELECT *, (count(*) OVER (PARTITION BY kind))::int AS total,
      row_number() OVER (PARTITION BY kind ORDER BY own DESC, due NULLS LAST, number, task) AS place
    FROM (
      SELECT k.number, k.text AS title, k.due, k.since, k.task,
        CASE WHEN g.task_id IS NULL THEN k.waits WHEN p.id IS NULL THEN 'keptReturned'
          WHEN away.user_id IS NOT NULL AND d.id IS NULL THEN 'keptNobody' ELSE k.waits END AS kind,
        CASE WHEN g.task_id IS NULL THEN k.assignee WHEN p.id IS NULL THEN ${former(Prisma.sql`g.user_id`)}
          WHEN away.user_id IS NULL THEN k.assignee || ' – ' || p.name
          WHEN d.id IS NULL THEN p.name ELSE k.assignee || ' – ' || d.name END AS detail,
        coalesce(CASE WHEN away.user_id IS NULL THEN p.id ELSE d.id END = ${actor.id}::uuid, false) AS own
      FROM (${union(kept)}) AS k (thing, id, number, text, assignee, due, task, since, waits)
      LEFT JOIN kept_task_doers g ON g.task_id = k.task::uuid
      ${doer(Prisma.sql`g.user_id`, Prisma.sql`false`, today)}
    ) AS found
    WHERE due <= ${today} OR kind IN ('keptNobody', 'keptReturned')
  ) AS counted WHERE place <= ${most}`;

/** What they said went with what they were about; somebody has to say that they are dropped. */
const emptied = (isThere: Fragment) => Prisma.sql`
  SELECT 'taskEmptied', 0, '', NULL::text, min(t.created_at), '', count(*)::int
  FROM tasks t WHERE ${OPEN} AND (t.text = '' OR NOT ${isThere}) HAVING count(*) > 0`;
