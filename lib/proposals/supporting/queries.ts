import 'server-only';
import { mayVote } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { maySupportProposal } from '../policy';
import { isPublic } from '../rules';
import type { SupportChoice } from './types';

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
    isOwn: mine !== null && row.authorId === mine,
    canSupport: mayVote(visitor) && maySupportProposal(visitor, row),
  };
}
