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
 * The words everybody will read. Where they are others than the author's, it has to be said how they were agreed, each
 * time they change; what the author wrote is kept beside them, and goes back in its place without a word.
 * @returns what changes of the proposal
 */
export async function wordingOf({
  tx,
  proposal,
  given,
  at,
}: Wording): Promise<Refused | Partial<Words>> {
  const { wording, ...was } = await tx.proposal.findUniqueOrThrow({
    where: { id: proposal.id },
    select: { title: true, body: true, wording: { select: { title: true, body: true } } },
  });
  const own = wording ?? was;
  const next = { title: given.publicTitle || was.title, body: given.publicBody || was.body };
  if (isSame(next, was)) return {};
  const back = isSame(next, own);
  const agreedHow = WORDING_AGREED.find((way) => way === given.wordingAgreed);
  if (!agreedHow && !back) return notAgreed();
  await tx.proposalWording.deleteMany({ where: { proposalId: proposal.id } });
  if (agreedHow && !back) {
    const data = { proposalId: proposal.id, ...own, agreedHow, agreedAt: at };
    await tx.proposalWording.create({ data, select: { proposalId: true } });
  }
  return next;
}

interface Words {
  title: string;
  body: string;
}

const isSame = (one: Words, other: Words) => one.title === other.title && one.body === other.body;

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
  if (joined > 0) return refused('proposals.refused.leadStays');
  const polls = await tx.poll.count({
    where: { proposalId: proposal.id, state: { not: 'CANCELLED' } },
  });
  return polls > 0 ? refused('proposals.refused.pollStays') : null;
}
