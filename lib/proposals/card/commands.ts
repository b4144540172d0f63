import 'server-only';
import { command } from '@/lib/accounts/command';
import { correctTyped } from '@/lib/audit/corrections/steps';
import { holdCase } from '@/lib/cases/steps';
import { ok, type Result, refused } from '@/lib/core/result';
import { nameProblem } from '@/lib/outreach/traces/rules';
import { PROPOSAL_RIGHTS } from '../access';
import { isPublic } from '../rules';
import { PROPOSALS } from '../steps';
import { PROPOSALS_TAGS } from '../tags';
import { POLLS, whyCardStaysAt } from './rules';
import type { CorrectCardInput } from './schema';

const CARD = {
  ...{ onBehalf: true, title: true, wording: { select: { proposalId: true } } },
  ...{ polls: POLLS, mergedInto: { select: { polls: POLLS } } },
} as const;

const WORDS = { title: true, body: true, place: true } as const;

/** The words on a card or of a call, where the office mistyped them; everybody who reads them reads when and why. */
export const correctCard = command(
  {
    right: PROPOSAL_RIGHTS.review,
    audit: ['proposal.cardCorrected'],
    tags: [PROPOSALS_TAGS.lists],
  },
  async ({ tx, at, note, drop }, input: CorrectCardInput): Promise<Result<{ number: number }>> => {
    const { number, version, reason, forget, title, place } = input;
    const { id, state, publishedAt } = await holdCase(tx, PROPOSALS, { number });
    const where = { id };
    const row = await tx.proposal.findUniqueOrThrow({ where, select: CARD });
    const stays = whyCardStaysAt({ ...row, state }, at);
    // messages: proposals-card.refused.*
    if (stays) return refused(`proposals-card.refused.${stays}`);
    // As when it is taken in: a card often holds one line.
    const to = { title, body: input.body || title, place };
    const audience = isPublic(state, publishedAt) ? 'PUBLIC' : 'INTERNAL';
    const named = audience === 'PUBLIC' ? nameProblem({ reason }) : null;
    if (named) return named;
    const refusal = await correctTyped(
      { tx, at },
      {
        ...{ kind: 'PROPOSAL', id, version, reason, forget },
        audience,
      },
      {
        rows: tx.proposal,
        read: () => tx.proposal.findUniqueOrThrow({ where, select: WORDS }),
        to,
        write: () => tx.proposal.update({ where, data: to, select: { id: true } }),
      },
    );
    if (refusal) return refusal;
    await note('proposal.cardCorrected', id);
    drop(PROPOSALS_TAGS.proposal(number));
    return ok({ number });
  },
);
