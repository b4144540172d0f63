import 'server-only';
import { reading } from '@/lib/accounts/command';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeDate, officeZone } from '@/lib/core/office-time';
import { AWAITING_OFFICE } from '@/lib/initiatives/rules';
import { INBOX_GROUPS } from '@/lib/proposals/review/rules';
import { OFFICE_RIGHTS } from './access';
import { arrange, daysFrom, MOST_OF_A_KIND, SOON_DAYS } from './rules';
import type { ComingSession, Today, WaitingRow } from './types';

const MINUTE_MS = 60 * 1000;

/** What waits for the office and since when: two statements, whatever waits. */
export const getToday = reading(OFFICE_RIGHTS.open, async (actor): Promise<Today> => {
  const at = now();
  const rows = await listWaiting(actor, at);
  return { ...arrange(rows, at, officeZone()), session: await findComingSession(at) };
});

/**
 * One statement over seven tables: this page is opened all day, and each part is a handful of rows
 * from an index. `total` counts what the limit leaves out.
 */
async function listWaiting(actor: Actor, at: Date): Promise<WaitingRow[]> {
  const today = officeDate(at);
  const proposalStates = [...INBOX_GROUPS.waiting];
  const requestStates = [...AWAITING_OFFICE];
  const soon = new Date(at.getTime() + SOON_DAYS * DAY_MS);
  return await db.$queryRaw<WaitingRow[]>`
    (SELECT 'proposal' AS kind, number, title, promised_for::text AS "dueOn",
        submitted_at AS since, '' AS detail, (count(*) OVER ())::int AS total
      FROM proposals WHERE state = ANY(${proposalStates}::"ProposalState"[])
      ORDER BY promised_for NULLS LAST, submitted_at LIMIT ${MOST_OF_A_KIND})
    UNION ALL
    (SELECT 'request', number, title, promised_for::text, requested_at, '',
        (count(*) OVER ())::int
      FROM support_requests WHERE state = ANY(${requestStates}::"SupportState"[])
      ORDER BY promised_for NULLS LAST, requested_at LIMIT ${MOST_OF_A_KIND})
    UNION ALL
    (SELECT 'handover', proposals.number, proposals.title, handovers.answer_due_at::text,
        handovers.sent_at, partners.name, (count(*) OVER ())::int
      FROM handovers
      JOIN proposals ON proposals.id = handovers.proposal_id AND proposals.state = 'HANDED_OVER'
      JOIN partners ON partners.id = handovers.partner_id
      WHERE handovers.closed_at IS NULL AND handovers.answer_due_at < ${today}::date
      ORDER BY handovers.answer_due_at LIMIT ${MOST_OF_A_KIND})
    UNION ALL
    (SELECT lower(kind::text), 0, (array_agg(subject ORDER BY due_at NULLS LAST, created_at))[1],
        (min(due_at) AT TIME ZONE ${officeZone()})::date::text, min(created_at), '', count(*)::int
      FROM call_list_items WHERE done_at IS NULL GROUP BY kind)
    UNION ALL
    (SELECT 'mail', 0, min(subject), NULL, min(created_at), '', count(*)::int
      FROM outgoing_mails WHERE state = 'FAILED' HAVING count(*) > 0)
    UNION ALL
    (SELECT 'check', number, question, (opens_at AT TIME ZONE time_zone)::date::text, ready_at, '',
        (count(*) OVER ())::int
      FROM polls WHERE state = 'DRAFT' AND ready_at IS NOT NULL
        AND drafted_by_id IS DISTINCT FROM ${actor.id}::uuid
      ORDER BY opens_at LIMIT ${MOST_OF_A_KIND})
    UNION ALL
    (SELECT 'poll', number, question, (closes_at AT TIME ZONE time_zone)::date::text, opens_at, '',
        (count(*) OVER ())::int
      FROM polls WHERE state = 'SCHEDULED' AND NOT is_test AND opens_at <= ${at} AND closes_at > ${at}
        AND closes_at <= ${soon}
      ORDER BY closes_at LIMIT ${MOST_OF_A_KIND})
    UNION ALL
    (SELECT 'count', number, question, (closes_at AT TIME ZONE time_zone)::date::text, closes_at,
        CASE WHEN state = 'COUNTED' THEN 'publish'
          WHEN NOT channels && '{PAPER,HANDS}' OR EXISTS (
            SELECT 1 FROM count_sheets WHERE poll_id = polls.id AND agreed_at IS NOT NULL) THEN 'look'
          ELSE (SELECT count(*) FROM count_sheets WHERE poll_id = polls.id)::text END,
        (count(*) OVER ())::int
      FROM polls WHERE state IN ('CLOSED', 'COUNTED') AND NOT is_test
      ORDER BY closes_at LIMIT ${MOST_OF_A_KIND})`;
}

type SessionRow = Omit<ComingSession, 'inDays' | 'lengthMinutes'> & { endsAt: Date };

async function findComingSession(at: Date): Promise<ComingSession | null> {
  const [row] = await db.$queryRaw<SessionRow[]>`
    SELECT number, title, starts_at AS "startsAt", ends_at AS "endsAt", place, capacity,
      (SELECT coalesce(sum(minutes), 0)::int FROM agenda_items
        WHERE session_id = forum_sessions.id) AS "agendaMinutes",
      (SELECT coalesce(sum(persons) FILTER (WHERE state = 'CONFIRMED'), 0)::int FROM registrations
        WHERE session_id = forum_sessions.id) AS persons,
      (SELECT coalesce(sum(persons) FILTER (WHERE state = 'WAITLISTED'), 0)::int FROM registrations
        WHERE session_id = forum_sessions.id) AS "waitingPersons"
    FROM forum_sessions
    WHERE ends_at > ${at} AND state IN ('PLANNED', 'INVITED', 'RUNNING')
    ORDER BY starts_at LIMIT 1`;
  if (!row) return null;
  const { endsAt, ...session } = row;
  return {
    ...session,
    inDays: Math.max(0, daysFrom(at, session.startsAt, officeZone())),
    lengthMinutes: Math.round((endsAt.getTime() - session.startsAt.getTime()) / MINUTE_MS),
  };
}
