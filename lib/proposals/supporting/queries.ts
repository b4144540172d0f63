import 'server-only';
import { publicly } from '@/lib/accounts/command';
import type { Visitor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { PROPOSAL_RIGHTS } from '../access';
import { canSupport } from '../policy';
import { isPublic, isSupportable } from '../rules';
import type { ProposalState } from '../types';
import { HEARS_AS_AUTHOR, joinedTo } from './fragments';
import { canComeTrue, hindranceIn } from './rules';
import type { SupportChoice, Supported, SupportHindrance } from './types';

function hindranceFor(
  visitor: Visitor,
  proposal: { state: ProposalState; authorId: string | null },
): SupportHindrance | null {
  if (!PROPOSAL_RIGHTS.support.isHeldBy(visitor)) return 'office';
  if (canSupport(visitor, proposal)) return null;
  return isSupportable(proposal.state) ? 'own' : hindranceIn(proposal.state);
}

/** What somebody sees who wants to say "this matters to me too"; null when there is no such proposal. */
export async function getSupportChoice(
  visitor: Visitor,
  number: number,
): Promise<SupportChoice | null> {
  const mine = visitor.kind === 'person' ? visitor.id : null;
  const row = await db.proposal.findUnique({
    where: { number },
    select: {
      id: true,
      number: true,
      title: true,
      state: true,
      publishedAt: true,
      authorId: true,
    },
  });
  if (!row || !isPublic(row.state, row.publishedAt)) return null;
  const lead = await leadOf(row);
  const said = mine === null ? null : await saidAbout(row.id, mine);
  return {
    number: row.number,
    title: row.title,
    supporters: (await countSupporters([row.id]))(row.id).supporters,
    isSupported: said?.supports ?? false,
    isTold: canComeTrue(lead.state) && !(mine !== null && (await hearsAsAuthor(lead.id, mine))),
    hindrance: hindranceFor(visitor, row) ?? (said?.wrote ? 'wrote' : null),
  };
}

interface Lead {
  id: string;
  state: ProposalState;
}

/** What it is joined to, through however many; itself where it is joined to none. */
async function leadOf({ id, state }: Lead): Promise<Lead> {
  if (state !== 'MERGED') return { id, state };
  const [lead] = await db.$queryRaw<Lead[]>`
    WITH RECURSIVE up (id) AS (
      SELECT ${id}::uuid
      UNION
      SELECT p.merged_into_id FROM up JOIN proposals p ON p.id = up.id
      WHERE p.state = 'MERGED' AND p.merged_into_id IS NOT NULL
    )
    SELECT p.id::text, p.state::text FROM up JOIN proposals p ON p.id = up.id WHERE p.state <> 'MERGED'`;
  return lead ?? { id, state };
}

interface Said {
  supports: boolean;
  wrote: boolean;
}

/** What somebody said about one of those that are joined to it: it counts for all of them. */
async function saidAbout(id: string, userId: string): Promise<Said> {
  const [said] = await db.$queryRaw<Said[]>`
    ${joinedTo([id])}
    SELECT
      EXISTS (SELECT FROM joined JOIN proposal_supports s ON s.proposal_id = joined.id
        WHERE s.user_id = ${userId}::uuid) AS supports,
      EXISTS (SELECT FROM joined JOIN proposals p ON p.id = joined.id
        WHERE joined.id <> joined.root AND p.author_id = ${userId}::uuid) AS wrote`;
  return said ?? { supports: false, wrote: false };
}

/** They are told what becomes of it as its author, or that of one joined to it, and not once more as who supports it. */
async function hearsAsAuthor(leadId: string, userId: string): Promise<boolean> {
  const [found] = await db.$queryRaw<{ hears: boolean }[]>`
    ${joinedTo([leadId])}
    SELECT EXISTS (
      SELECT FROM joined JOIN proposals mine ON mine.id = joined.id JOIN users u ON u.id = ${userId}::uuid
      WHERE ${HEARS_AS_AUTHOR}) AS hears`;
  return found?.hears ?? false;
}

/**
 * Counts for each proposal whom it matters to, with everything joined to it: everybody who has an account once, also
 * whoever wrote one that is joined and never its own author; and what came on paper.
 */
export const countSupporters = publicly(
  async (ids: readonly string[]): Promise<(id: string) => Supported> => {
    const rows = await db.$queryRaw<(Supported & { id: string })[]>`
    ${joinedTo(ids)}, people AS (
      SELECT joined.root, s.user_id FROM joined JOIN proposal_supports s ON s.proposal_id = joined.id
      UNION
      SELECT joined.root, p.author_id FROM joined JOIN proposals p ON p.id = joined.id
      WHERE joined.root <> joined.id
    )
    SELECT lead.id::text,
      (SELECT count(*) FROM people
        WHERE root = lead.id AND user_id IS NOT NULL AND user_id IS DISTINCT FROM lead.author_id)::int
        + sum(p.paper_supporters)::int AS supporters,
      sum(p.paper_signatures)::int AS "paperSignatures"
    FROM joined JOIN proposals p ON p.id = joined.id JOIN proposals lead ON lead.id = joined.root
    GROUP BY lead.id`;
    const found = new Map(rows.map(({ id, ...supported }) => [id, supported]));
    return (id) => found.get(id) ?? { supporters: 0, paperSignatures: 0 };
  },
);
