import 'server-only';
import type { AskedForFigures, AskedForWaiting, Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';
import { firstPromises, handedIn } from './kept/fragments';
import { ANSWER_DAYS, INBOX_GROUPS } from './review/rules';
import { EMPTIED_TITLE } from './rules';

export const proposalsFragments: Fragments = {
  waiting: ({ today, zone, most }: AskedForWaiting) => [
    Prisma.sql`
    SELECT 'proposal' AS kind, number, title, promised_for::text AS "dueOn",
      submitted_at AS since, '' AS detail, (count(*) OVER ())::int AS total
    FROM proposals WHERE state = ANY(${[...INBOX_GROUPS.waiting]}::"ProposalState"[])
    ORDER BY promised_for NULLS LAST, submitted_at LIMIT ${most}`,
    Prisma.sql`
    SELECT 'unanswered', number, title, answer_by::text, answer_by::timestamp AT TIME ZONE ${zone}, '',
      (count(*) OVER ())::int
    FROM proposals WHERE state = 'NEEDS_CLARIFICATION' AND answer_by < ${today}::date
    ORDER BY 4 LIMIT ${most}`,
    // Whoever was asked before days were named waits for no day, and the office is reminded after as long.
    Prisma.sql`
    SELECT 'askedLong', number, title, NULL, state_since, '', (count(*) OVER ())::int
    FROM proposals WHERE state = 'NEEDS_CLARIFICATION' AND answer_by IS NULL
      AND (state_since AT TIME ZONE ${zone})::date + ${ANSWER_DAYS}::int < ${today}::date
    ORDER BY state_since LIMIT ${most}`,
    Prisma.sql`
    SELECT 'handover', proposals.number, proposals.title, handovers.answer_due_at::text,
      handovers.sent_at, partners.name, (count(*) OVER ())::int
    FROM handovers
    JOIN proposals ON proposals.id = handovers.proposal_id AND proposals.state = 'HANDED_OVER'
    JOIN partners ON partners.id = handovers.partner_id
    WHERE handovers.closed_at IS NULL AND handovers.sent_at IS NOT NULL
      AND handovers.answer_due_at < ${today}::date
    ORDER BY handovers.answer_due_at LIMIT ${most}`,
    Prisma.sql`
    SELECT 'unsent', proposals.number, proposals.title, NULL::text,
      handovers.recorded_at, partners.name, (count(*) OVER ())::int
    FROM handovers
    JOIN proposals ON proposals.id = handovers.proposal_id AND proposals.state = 'HANDED_OVER'
    JOIN partners ON partners.id = handovers.partner_id
    WHERE handovers.closed_at IS NULL AND handovers.sent_at IS NULL
      AND NOT EXISTS (SELECT FROM outgoing_mails
        WHERE outgoing_mails.id = handovers.mail_id AND outgoing_mails.state IN ('QUEUED', 'SENT'))
    ORDER BY handovers.recorded_at LIMIT ${most}`,
  ],

  origins: (asked) => [handedIn(asked)],

  records: (asked) => [...submitted(asked), ...whatBecame(asked), ...ofBodies(asked)],

  things: () => [
    Prisma.sql`SELECT id::text AS subject, number, id::text AS id FROM proposals JOIN asked USING (id)`,
    Prisma.sql`
    SELECT l.id::text, p.number, p.id::text
    FROM signature_lists l JOIN asked USING (id) JOIN proposals p ON p.id = l.proposal_id`,
  ],

  taskThings: () => [
    Prisma.sql`
    SELECT 'proposal' AS kind, id::text AS id, number, title FROM proposals JOIN asked USING (id)
    WHERE state <> 'DRAFT' AND title <> ${EMPTIED_TITLE}`,
  ],

  takenPart: (actor) => [
    Prisma.sql`
    SELECT 'support' AS kind, proposals.number, proposals.title
    FROM proposal_supports JOIN proposals ON proposals.id = proposal_supports.proposal_id
    WHERE proposal_supports.user_id = ${actor.id}::uuid
      AND proposals.published_at IS NOT NULL`,
  ],
};

type Asked = Omit<AskedForFigures, 'counted'>;

/** What was deleted since was handed in all the same. */
const submitted = ({ from, to }: Asked) => [
  Prisma.sql`
  SELECT 'submitted' AS key, id::text AS id, number, title, submitted_at AS at, 1 AS value FROM proposals
  WHERE submitted_at >= ${from} AND submitted_at < ${to} AND state <> 'DRAFT'`,
  Prisma.sql`
  SELECT 'submitted', id::text, NULL, '', submitted_at, 1 FROM forgotten_proposals
  WHERE submitted_at >= ${from} AND submitted_at < ${to}`,
  Prisma.sql`
  SELECT 'answered', first.case_id::text, p.number, coalesce(p.title, ''), first.answered_at, 1
  FROM (${firstPromises({ from, to })}) AS first LEFT JOIN proposals p ON p.id = first.case_id
  WHERE first.answered_at IS NOT NULL`,
];

const whatBecame = ({ from, to }: Asked) => [
  Prisma.sql`
  SELECT CASE s."to" WHEN 'DONE' THEN 'done' ELSE 'notFeasible' END, p.id::text, p.number, p.title, min(s.at), 1
  FROM proposal_steps s JOIN proposals p ON p.id = s.proposal_id
  WHERE s.at >= ${from} AND s.at < ${to} AND s."to" IN ('DONE', 'NOT_FEASIBLE')
    -- What was taken back within its day was entered by mistake.
    AND NOT EXISTS (SELECT FROM proposal_steps back WHERE back.proposal_id = p.id AND back.step = 'takeBack'
      AND s."to" = 'DONE' AND back.at > s.at AND back.at < s.at + interval '24 hours')
  GROUP BY s."to", p.id`,
];

const ofBodies = ({ from, to, end }: Asked) => [
  Prisma.sql`
  SELECT 'handovers', p.id::text, p.number, p.title, min(h.sent_at), 1
  FROM handovers h JOIN proposals p ON p.id = h.proposal_id
  WHERE h.sent_at >= ${from} AND h.sent_at < ${to} GROUP BY p.id`,
  Prisma.sql`
  SELECT 'statements', s.id::text, p.number, p.title, s.received_at, 1
  FROM statements s JOIN proposals p ON p.id = s.proposal_id
  WHERE s.received_at >= ${from} AND s.received_at < ${to}`,
  // Nobody is late with what they were not to answer any more: every step away from them closes it.
  Prisma.sql`
  SELECT 'overdue', h.id::text, p.number, p.title, h.sent_at, 1
  FROM handovers h JOIN proposals p ON p.id = h.proposal_id
  WHERE h.sent_at < ${to} AND h.answer_due_at < ${end}::date AND (h.closed_at IS NULL OR h.closed_at >= ${to})`,
];
