import 'server-only';
import { system } from '@/lib/accounts/actor';
import { recordAudits } from '@/lib/audit/commands';
import { moveCases } from '@/lib/cases/steps';
import type { Moved } from '@/lib/cases/types';
import { dropPages, type Tx } from '@/lib/core/db';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import { EMPTIED_TITLE } from '../../rules';
import { PROPOSALS_TAGS } from '../../tags';
import type { ProposalState } from '../../types';
import { tellFreed } from '../along/steps';
import { closeHandovers } from '../asking/steps';
import type { ProposalKind } from '../effects/steps';
import type { LockedProposal } from '../effects/types';
import { endsForJoined } from '../merging/rules';
import { statesBefore } from '../merging/steps';

/**
 * Whatever leads a proposal out of a state does this, too: what a body was asked is over when it is no longer with
 * them, and what was joined to one that ended goes its own way again.
 */
export async function leaveState(
  kind: ProposalKind,
  tx: Tx,
  { ids, from, to, at }: Moved<ProposalState>,
): Promise<void> {
  if (from === 'HANDED_OVER' && to !== 'HANDED_OVER') {
    await closeHandovers(tx, ids, at);
  }
  // Whoever takes it back leaves no earlier words here.
  if (to === 'WITHDRAWN') {
    await tx.proposalWording.deleteMany({ where: { proposalId: { in: [...ids] } } });
  }
  if (endsForJoined(to)) for (const id of ids) await setFree(kind, tx, id, at);
}

/** Its author was content to go along with a proposal; this one is over, theirs is not. */
async function setFree(kind: ProposalKind, tx: Tx, leadId: string, at: Date): Promise<void> {
  const joined = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM proposals WHERE merged_into_id = ${leadId}::uuid AND state = 'MERGED'
      -- Of what was emptied nothing is left that could go on.
      AND (published_at IS NOT NULL OR title <> ${EMPTIED_TITLE})
    ORDER BY number FOR UPDATE`;
  if (joined.length === 0) return;
  const lead = await tx.proposal.findUniqueOrThrow({
    where: { id: leadId },
    select: { number: true, state: true, reasonText: true, outcomeAudience: true },
  });
  // A reason from an earlier time is none for what was taken back.
  const isReasoned = lead.outcomeAudience === 'PUBLIC' && lead.state !== 'WITHDRAWN';
  const ids = joined.map(({ id }) => id);
  const freed = await tx.proposal.findMany({
    where: { id: { in: ids } },
    select: FREED,
    orderBy: { number: 'asc' },
  });
  const office = await getOffice({ locale: 'de' });
  await goOn(kind, tx, await placesOf(tx, freed, at), { at, office });
  await recordAudits(system, tx, 'proposal.separated', ids);
  await tellFreed(
    tx,
    { id: leadId },
    {
      ...{ at: at.toISOString(), freed: freed.map(({ id }) => id) },
      ...{ leadNumber: lead.number, reason: isReasoned ? lead.reasonText : '' },
    },
  );
  await dropPages(
    tx,
    PROPOSALS_TAGS.lists,
    ...freed.map(({ number }) => PROPOSALS_TAGS.proposal(number)),
  );
}

const FREED = {
  ...{ id: true, number: true, publishedAt: true, voteClosesAt: true },
} as const;

type Freed = Pick<LockedProposal, 'id' | 'number' | 'publishedAt' | 'voteClosesAt'>;

interface Place {
  to: ProposalState;
  voteClosesAt: Date | null;
  ids: string[];
}

/** Where each of them goes on; those that go on at the same place together. */
async function placesOf(tx: Tx, freed: readonly Freed[], at: Date): Promise<Place[]> {
  const states = await statesBefore(tx, freed, at);
  const places = new Map<string, Place>();
  for (const { id, voteClosesAt: closes } of freed) {
    const to = states.get(id) ?? 'PUBLISHED';
    const voteClosesAt = to === 'IN_VOTE' ? closes : null;
    const key = `${to} ${voteClosesAt?.getTime()}`;
    const place = places.get(key) ?? { to, voteClosesAt, ids: [] };
    place.ids.push(id);
    places.set(key, place);
  }
  return [...places.values()];
}

async function goOn(
  kind: ProposalKind,
  tx: Tx,
  places: readonly Place[],
  { at, office }: { at: Date; office: Office },
): Promise<void> {
  for (const { to, voteClosesAt, ids } of places) {
    await moveCases(
      { tx, at },
      kind,
      { ids, state: 'MERGED' },
      {
        ...{ office, path: [to], by: 'office', byOwner: false, told: true },
        ...{ note: '', audience: 'PUBLIC' as const, history: { step: 'separate' } },
        more: { mergedIntoId: null, voteClosesAt },
      },
    );
  }
}
