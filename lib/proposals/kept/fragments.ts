import 'server-only';
import type { Fragment } from '@/lib/manifest';
import { Prisma } from '@/prisma/generated/client';

/**
 * Of each proposal handed in between two instants the promise its first answer was given to, or the one it waits for:
 * rows `case_id, submitted_at, promised_for, answered_at, reckoned`. They outlive the proposal. Whoever took theirs
 * back before there was an answer waits for none.
 */
export const firstPromises = ({ from, to }: { from: Date; to: Date }): Fragment => Prisma.sql`
  SELECT DISTINCT ON (case_id) case_id, submitted_at, promised_for, answered_at, reckoned
  FROM answer_promises JOIN (
    SELECT case_id, min(made_at) AS submitted_at FROM answer_promises WHERE kind = 'proposal'
    GROUP BY case_id HAVING min(made_at) >= ${from} AND min(made_at) < ${to}
  ) AS handed_in USING (case_id)
  WHERE kind = 'proposal' AND ended_at IS NULL
  ORDER BY case_id, made_at`;

/**
 * Every proposal handed in between two instants, those too that are deleted since: rows `district_id, channel`.
 */
export const handedIn = ({ from, to }: { from: Date; to: Date }): Fragment => Prisma.sql`
  SELECT district_id, intake_channel AS channel FROM proposals
  WHERE submitted_at >= ${from} AND submitted_at < ${to} AND state <> 'DRAFT'
  UNION ALL SELECT district_id, intake_channel FROM forgotten_proposals
  WHERE submitted_at >= ${from} AND submitted_at < ${to}`;
