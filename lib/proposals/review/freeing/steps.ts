import 'server-only';
import { system } from '@/lib/accounts/actor';
import { recordAudit } from '@/lib/audit/commands';
import { personalKey } from '@/lib/cases/keys';
import { moveCases } from '@/lib/cases/steps';
import { tellOwners } from '@/lib/cases/telling/steps';
import type { Moved } from '@/lib/cases/types';
import { dropPages, type Tx } from '@/lib/core/db';
import { localized } from '@/lib/core/paths';
import { getOffice } from '@/lib/settings/queries';
import { freedMail } from '../../emails/step-taken';
import { proposalsPaths } from '../../paths';
import { EMPTIED_TITLE, PROPOSAL_KEYS } from '../../rules';
import type { ProposalState } from '../../types';
import { closeHandovers } from '../asking/steps';
import type { ProposalKind } from '../effects/steps';
import type { LockedProposal } from '../effects/types';
import { endsForJoined } from '../merging/rules';
import { stateBefore } from '../merging/steps';
import { peopleOf } from '../telling/steps';

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
  for (const { id } of joined) {
    const freed = await kind.read(tx, id);
    if (freed) await free(kind, tx, freed, { at, lead, reason: isReasoned ? lead.reasonText : '' });
  }
}

async function free(
  kind: ProposalKind,
  tx: Tx,
  freed: LockedProposal,
  { at, lead, reason }: { at: Date; lead: { number: number }; reason: string },
): Promise<void> {
  const { id, number } = freed;
  const to = await stateBefore(tx, freed, at);
  const office = await getOffice({ locale: 'de' });
  await moveCases(
    { tx, at },
    kind,
    { ids: [id], state: freed.state },
    {
      ...{ office, path: [to], by: 'office', byOwner: false, told: true },
      ...{ note: '', audience: 'PUBLIC' as const, history: { step: 'separate' } },
      more: { mergedIntoId: null, voteClosesAt: to === 'IN_VOTE' ? freed.voteClosesAt : null },
    },
  );
  await recordAudit(system, tx, 'proposal.separated', id);
  await tellOwners(tx, await peopleOf(tx, freed), {}, (locale, person) =>
    freedMail(locale, {
      ...{ number: person.number, joinedTo: person.number === number ? null : number },
      ...{ leadNumber: lead.number, reason, phone: office.phone },
      own: localized(locale, proposalsPaths.proposalReceipt(personalKey(PROPOSAL_KEYS, person))),
      desk: proposalsPaths.teamProposal(number),
    }),
  );
  await dropPages(tx, 'proposals', 'home', `proposal:${number}`);
}
