import 'server-only';
import type { Tx } from '@/lib/core/db';
import { LISTED_STATES } from '../../rules';
import type { ProposalState } from '../../types';
import type { LockedProposal } from '../effects/types';
import { stateAfterMerger } from './rules';

interface Lead {
  id: string;
  number: number;
  title: string;
}

/**
 * The proposal that was there first, held until the end so that it is still public when it has been joined. What is
 * joined keeps its supporters, its paper and whatever is joined to itself; the lead counts them along
 * (`countSupporters`).
 * @returns null when there is no public proposal of that number to join
 */
export async function findLead(
  tx: Tx,
  proposal: LockedProposal,
  leadNumber: number,
): Promise<Lead | null> {
  await tx.$queryRaw`SELECT id FROM proposals WHERE number = ${leadNumber} FOR UPDATE`;
  return tx.proposal.findFirst({
    where: {
      number: leadNumber,
      publishedAt: { not: null },
      state: { in: LISTED_STATES },
      id: { not: proposal.id },
    },
    select: { id: true, number: true, title: true },
  });
}

type Joined = Pick<LockedProposal, 'id' | 'publishedAt' | 'voteClosesAt'>;

/** Where a joined proposal stands when it is taken out again. */
export async function stateBefore(tx: Tx, proposal: Joined, at: Date): Promise<ProposalState> {
  return (await statesBefore(tx, [proposal], at)).get(proposal.id) ?? 'PUBLISHED';
}

/** The same for many, by id. */
export async function statesBefore(
  tx: Tx,
  proposals: readonly Joined[],
  at: Date,
): Promise<Map<string, ProposalState>> {
  const steps = await tx.proposalStep.findMany({
    where: { proposalId: { in: proposals.map(({ id }) => id) } },
    select: { proposalId: true, to: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const histories = new Map<string, typeof steps>(proposals.map(({ id }) => [id, []]));
  for (const step of steps) histories.get(step.proposalId)?.push(step);
  return new Map(
    proposals.map((one) => [one.id, stateAfterMerger(histories.get(one.id) ?? [], one, at)]),
  );
}

/** Number of the proposal it is joined to. */
export async function leadOf(tx: Tx, { id }: { id: string }): Promise<number | null> {
  const row = await tx.proposal.findUnique({
    where: { id },
    select: { mergedInto: { select: { number: true } } },
  });
  return row?.mergedInto?.number ?? null;
}
