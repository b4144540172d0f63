import 'server-only';
import type { Tx } from '@/lib/core/db';
import { type Refused, refused } from '@/lib/core/result';
import type { Need } from '../../way/rules';
import type { LockedProposal } from '../effects/types';
import { canUnpublish, UNPUBLISH_HOURS, WORDING_AGREED } from '../rules';

interface Wording {
  tx: Tx;
  proposal: LockedProposal;
  given: Partial<Record<Need, string>>;
  at: Date;
}

/**
 * The words everybody will read. Where they are others than the author's, it has to be said how they were agreed;
 * what the author wrote is kept beside them, the first time it is changed.
 * @returns what changes of the proposal
 */
export async function wordingOf({ tx, proposal, given, at }: Wording) {
  const was = await tx.proposal.findUniqueOrThrow({
    where: { id: proposal.id },
    select: { title: true, body: true },
  });
  const title = given.publicTitle || was.title;
  const body = given.publicBody || was.body;
  if (title === was.title && body === was.body) return {};
  const agreedHow = WORDING_AGREED.find((way) => way === given.wordingAgreed);
  if (!agreedHow) return notAgreed();
  await tx.proposalWording.createMany({
    data: [{ proposalId: proposal.id, ...was, agreedHow, agreedAt: at }],
    skipDuplicates: true,
  });
  return { title, body };
}

const notAgreed = (): Refused => refused('proposals.refused.wordingNotAgreed', {}, 'wordingAgreed');

/** Why what was published cannot be taken back; `null` when it can. */
export async function whyItStays({
  tx,
  proposal,
  at,
}: Pick<Wording, 'tx' | 'proposal' | 'at'>): Promise<Refused | null> {
  if (!canUnpublish(proposal.publishedAt, at)) {
    return refused('proposals.refused.publishedTooLongAgo', { hours: UNPUBLISH_HOURS });
  }
  // Their pages lead to it.
  const joined = await tx.proposal.count({ where: { mergedIntoId: proposal.id } });
  return joined > 0 ? refused('proposals.refused.leadStays') : null;
}
