import 'server-only';
import type { AskedForFigures, AskedForWaiting, Fragments } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';
import { INBOX_GROUPS } from './review/rules';

export const proposalsFragments: Fragments = {
  waiting: ({ today, most }: AskedForWaiting) => [
    Prisma.sql`
    SELECT 'proposal' AS kind, number, title, promised_for::text AS "dueOn",
      submitted_at AS since, '' AS detail, (count(*) OVER ())::int AS total
    FROM proposals WHERE state = ANY(${[...INBOX_GROUPS.waiting]}::"ProposalState"[])
    ORDER BY promised_for NULLS LAST, submitted_at LIMIT ${most}`,
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
    ORDER BY handovers.recorded_at LIMIT ${most}`,
  ],

  counts: ({ from, to, end }: Omit<AskedForFigures, 'counted'>) => [
    Prisma.sql`
    SELECT CASE "to" WHEN 'DONE' THEN 'done' ELSE 'notFeasible' END AS key,
      count(DISTINCT proposal_id)::int AS value
    FROM proposal_steps
    WHERE at >= ${from} AND at < ${to} AND "to" IN ('DONE', 'NOT_FEASIBLE') GROUP BY "to"`,
    Prisma.sql`
    SELECT 'handovers', count(DISTINCT proposal_id)::int FROM handovers WHERE sent_at >= ${from} AND sent_at < ${to}`,
    Prisma.sql`
    SELECT 'statements', count(*)::int FROM statements
    WHERE received_at >= ${from} AND received_at < ${to}`,
    Prisma.sql`
    SELECT 'overdue', count(*)::int FROM handovers
    WHERE sent_at < ${to} AND answer_due_at < ${end}::date
      AND (closed_at IS NULL OR closed_at >= ${to})`,
  ],

  things: () => [
    Prisma.sql`SELECT id::text AS subject, number, id::text AS id FROM proposals JOIN asked USING (id)`,
    Prisma.sql`
    SELECT l.id::text, p.number, p.id::text
    FROM signature_lists l JOIN asked USING (id) JOIN proposals p ON p.id = l.proposal_id`,
  ],

  takenPart: (actor) => [
    Prisma.sql`
    SELECT 'support' AS kind, proposals.number, proposals.title
    FROM proposal_supports JOIN proposals ON proposals.id = proposal_supports.proposal_id
    WHERE proposal_supports.user_id = ${actor.id}::uuid
      AND proposals.published_at IS NOT NULL`,
  ],
};
