import 'server-only';
import { mayVote } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { maySupportProposal } from '../policy';
import { isPublic, isSupportable } from '../rules';
import type { ProposalState } from '../types';
import { hindranceIn } from './rules';
import type { SupportChoice, SupportHindrance } from './types';

function hindranceFor(
  visitor: Visitor,
  proposal: { state: ProposalState; authorId: string | null },
): SupportHindrance | null {
  if (!mayVote(visitor)) return 'office';
  if (maySupportProposal(visitor, proposal)) return null;
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
      number: true,
      title: true,
      state: true,
      publishedAt: true,
      authorId: true,
      paperSupporters: true,
      _count: { select: { supports: true } },
      supports: {
        where: { userId: mine ?? '00000000-0000-0000-0000-000000000000' },
        select: { id: true },
      },
    },
  });
  if (!row || !isPublic(row.state, row.publishedAt)) return null;
  return {
    number: row.number,
    title: row.title,
    supporters: row._count.supports + row.paperSupporters,
    isSupported: row.supports.length > 0,
    hindrance: hindranceFor(visitor, row),
  };
}
