import 'server-only';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db, dropPages, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';

const CONTACT_KEPT_DAYS = 183;
const UNPUBLISHED_KEPT_DAYS = 90;

/**
 * Six months after a proposal is closed nobody can be traced from it any more: name, way to reach the
 * person, the tie to an account and the list of supporters go; text, history and counts stay. What was
 * never published is deleted after ninety days. Running it again changes nothing.
 * @returns how many proposals were emptied or deleted
 */
export async function forgetOldProposals(): Promise<number> {
  const at = now().getTime();
  const deleted = await db.proposal.deleteMany({
    where: {
      state: { in: ['NOT_PUBLISHED', 'WITHDRAWN', 'DRAFT'] },
      publishedAt: null,
      stateSince: { lt: new Date(at - UNPUBLISHED_KEPT_DAYS * DAY_MS) },
    },
  });
  const before = new Date(at - CONTACT_KEPT_DAYS * DAY_MS);
  await forgetOwnNotes(before);
  return deleted.count + (await forgetClosed(before));
}

/** What author and office wrote to each other, and what the office noted for itself. */
async function forgetOwnNotes(before: Date): Promise<void> {
  await db.proposalStep.updateMany({
    where: {
      note: { not: '' },
      audience: { not: 'PUBLIC' },
      proposal: {
        state: { in: ['DONE', 'NOT_FEASIBLE', 'DECLINED', 'MERGED', 'WITHDRAWN'] },
        stateSince: { lt: before },
      },
    },
    data: { note: '' },
  });
}

/**
 * The supporters become a number in the same statement that forgets who they were. The pages that
 * still show a name are dropped with it.
 */
async function forgetClosed(before: Date): Promise<number> {
  const emptied = await inTransaction<number>(async (tx) => {
    const rows = await tx.$queryRaw<{ number: number }[]>`
      WITH old AS (
        SELECT id FROM proposals
        WHERE state IN ('DONE', 'NOT_FEASIBLE', 'DECLINED', 'MERGED', 'WITHDRAWN') AND state_since < ${before}
          AND (name <> '' OR contact_value <> '' OR author_id IS NOT NULL OR question <> ''
            OR EXISTS (SELECT 1 FROM proposal_supports s WHERE s.proposal_id = proposals.id))
        FOR UPDATE
      ), gone AS (
        DELETE FROM proposal_supports WHERE proposal_id IN (SELECT id FROM old) RETURNING proposal_id
      )
      UPDATE proposals p SET name = '', name_choice = 'NEIGHBOUR', contact_kind = 'NUMBER',
        contact_value = '', author_id = NULL, question = '',
        paper_supporters = paper_supporters + (SELECT count(*) FROM gone WHERE proposal_id = p.id)
      FROM old WHERE p.id = old.id RETURNING p.number`;
    if (rows.length > 0) await dropPages(tx, ...rows.map(({ number }) => `proposal:${number}`));
    return ok(rows.length);
  });
  return emptied.ok ? emptied.value : 0;
}
