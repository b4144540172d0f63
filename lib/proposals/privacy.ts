import 'server-only';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db, dropPages, inTransaction } from '@/lib/core/db';
import { eachAlone } from '@/lib/core/each-alone';
import { ok } from '@/lib/core/result';
import { Prisma } from '@/prisma/generated/client';
import { EMPTIED_TITLE } from './rules';
import { PROPOSALS_TAGS } from './tags';

const CONTACT_KEPT_DAYS = 183;
const UNPUBLISHED_KEPT_DAYS = 90;

/**
 * Six months after a proposal is closed nobody can be traced from it any more: name, way to reach the
 * person, the tie to an account and the list of supporters go; text, history and counts stay. What was
 * never published is deleted after ninety days, or emptied where it is joined to another. Running it again changes nothing.
 * @returns how many proposals were emptied or deleted
 */
export async function forgetOldProposals(): Promise<number> {
  const at = now().getTime();
  const unpublished = new Date(at - UNPUBLISHED_KEPT_DAYS * DAY_MS);
  const before = new Date(at - CONTACT_KEPT_DAYS * DAY_MS);
  let count = 0;
  const rules = [
    async () => {
      count += await deleteUnpublished(unpublished);
    },
    () => emptyUnpublished(unpublished),
    () => forgetOwnNotes(before),
    async () => {
      count += await forgetClosed(before);
    },
  ];
  // One that fails does not keep the others from forgetting.
  await eachAlone(rules, (rule) => rule());
  return count;
}

async function deleteUnpublished(before: Date): Promise<number> {
  const deleted = await db.proposal.deleteMany({
    where: {
      state: { in: ['NOT_PUBLISHED', 'WITHDRAWN', 'DRAFT'] },
      publishedAt: null,
      stateSince: { lt: before },
    },
  });
  return deleted.count;
}

/**
 * A text nobody ever read that goes along with another proposal: its row and number stay with what it brought to
 * the lead, its words go like those of any other that was not published.
 */
async function emptyUnpublished(before: Date): Promise<void> {
  const old = { state: 'MERGED', publishedAt: null, stateSince: { lt: before } } as const;
  await db.proposalWording.deleteMany({ where: { proposal: old } });
  await db.proposal.updateMany({
    where: { ...old, ...HAS_WORDS },
    data: { title: EMPTIED_TITLE, body: '', easyText: '', place: '' },
  });
}

const HAS_WORDS = {
  OR: [{ title: { not: EMPTIED_TITLE } }, { body: { not: '' } }, { place: { not: '' } }],
};

/**
 * What was closed before a day, with everything joined to it, as `closed (root, id, depth)`: whoever wrote a joined
 * one hears what becomes of its lead, so that it is not closed before that is.
 */
const closedBefore = (before: Date) => Prisma.sql`
  WITH RECURSIVE closed (root, id, depth) AS (
    SELECT id, id, 0 FROM proposals
    WHERE state_since < ${before} AND (state IN ('DONE', 'NOT_FEASIBLE', 'DECLINED', 'WITHDRAWN')
      OR state = 'MERGED' AND merged_into_id IS NULL)
    UNION
    SELECT closed.root, p.id, closed.depth + 1 FROM closed
    JOIN proposals p ON p.merged_into_id = closed.id AND p.state = 'MERGED'
  )`;

/** What author and office wrote to each other, and what the office noted for itself. */
async function forgetOwnNotes(before: Date): Promise<void> {
  await db.$executeRaw`
    ${closedBefore(before)}
    UPDATE proposal_steps SET note = ''
    WHERE note <> '' AND audience <> 'PUBLIC' AND proposal_id IN (SELECT id FROM closed)`;
}

/**
 * The supporters become a number in the same statement that forgets who they were: of what is joined together each
 * of them at one place only, the nearest to the lead, so that the lead counts as many as before. The pages that
 * still show a name are dropped with it.
 */
async function forgetClosed(before: Date): Promise<number> {
  const emptied = await inTransaction<number>(async (tx) => {
    const rows = await tx.$queryRaw<{ number: number }[]>`
      ${closedBefore(before)}, old AS (
        SELECT p.id, closed.root, closed.depth, p.author_id FROM proposals p JOIN closed USING (id)
        WHERE p.name <> '' OR p.contact_value <> '' OR p.author_id IS NOT NULL OR p.question <> ''
          OR EXISTS (SELECT 1 FROM proposal_supports s WHERE s.proposal_id = p.id)
          OR EXISTS (SELECT 1 FROM proposal_wordings w WHERE w.proposal_id = p.id)
        FOR UPDATE OF p
      ), words AS (
        DELETE FROM proposal_wordings WHERE proposal_id IN (SELECT id FROM old)
      ), gone AS (
        DELETE FROM proposal_supports WHERE proposal_id IN (SELECT id FROM old)
        RETURNING proposal_id AS id, user_id
      ), people AS (
        SELECT DISTINCT ON (old.root, said.user_id) old.id FROM (
          SELECT id, user_id FROM gone
          UNION ALL SELECT id, author_id FROM old WHERE depth > 0 AND author_id IS NOT NULL
        ) said JOIN old USING (id) JOIN proposals lead ON lead.id = old.root
        WHERE said.user_id IS DISTINCT FROM lead.author_id
        ORDER BY old.root, said.user_id, old.depth, old.id
      )
      UPDATE proposals p SET name = '', name_choice = 'NEIGHBOUR', contact_kind = 'NUMBER',
        contact_value = '', author_id = NULL, question = '',
        paper_supporters = paper_supporters + (SELECT count(*) FROM people WHERE people.id = p.id)
      FROM old WHERE p.id = old.id RETURNING p.number`;
    if (rows.length > 0)
      await dropPages(tx, ...rows.map(({ number }) => PROPOSALS_TAGS.proposal(number)));
    return ok(rows.length);
  });
  return emptied.ok ? emptied.value : 0;
}
