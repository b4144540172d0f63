import 'server-only';
import { command } from '@/lib/accounts/command';
import { forgetEarlier } from '@/lib/audit/corrections/steps';
import { takeProofMail } from '@/lib/cases/proving/steps';
import { holdCase } from '@/lib/cases/steps';
import { tellElsewhere } from '@/lib/cases/telling/steps';
import { db, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { PROPOSAL_RIGHTS } from '../access';
import { PROPOSALS } from '../steps';
import { numbersUpwards } from '../supporting/steps';
import { PROPOSALS_TAGS } from '../tags';
import { NOBODY } from './rules';
import type { CorrectPersonInput, ErasePersonInput } from './schema';

const { review } = PROPOSAL_RIGHTS;

/** A proposal the office has on its desk. @throws NOT_FOUND */
async function held(tx: Tx, number: number) {
  const proposal = await holdCase(tx, PROPOSALS, { number });
  if (proposal.state === 'DRAFT') throw new AppError('NOT_FOUND');
  return proposal;
}

/** How somebody is reached. */
const REACHED = { id: true, contactKind: true, contactValue: true } as const;

/** Name and contact are put right; what is still to be told goes to the person on the new way. */
export const correctPerson = command(
  {
    ...{ right: review, audit: ['proposal.personCorrected'], tags: [PROPOSALS_TAGS.lists] },
    prepare: async (_who, { number, contactKind: kind, contact: value }: CorrectPersonInput) =>
      takeProofMail(
        { kind, value },
        await db.proposal.findUnique({ where: { number }, select: REACHED }),
      ),
  },
  async ({ tx, note, drop, ready: mayMail }, input: CorrectPersonInput) => {
    const { number, nameChoice, name, contactKind, contact } = input;
    const proposal = await held(tx, number);
    const late = await takeVersion(tx.proposal, proposal.id, input.seen);
    if (late) return late;
    const right = { nameChoice, name, contactKind, contactValue: contact };
    await tx.proposal.update({
      where: { id: proposal.id },
      data: right,
      select: { id: true },
    });
    const was = { ...proposal, accountId: proposal.authorId };
    await tellElsewhere(tx, was, { ...proposal, ...right }, mayMail);
    await note('proposal.personCorrected', proposal.id);
    drop(PROPOSALS_TAGS.proposal(number));
    return ok({ number });
  },
);

/**
 * Whoever wrote it is forgotten because they want to be: name, contact, account, what was written between them and
 * the office, and what they had written where another wording was published. Text, public history and code stay.
 */
export const erasePerson = command(
  { right: review, audit: ['proposal.personErased'], tags: [PROPOSALS_TAGS.lists] },
  async ({ tx, note, drop }, { number, seen }: ErasePersonInput) => {
    const { id } = await held(tx, number);
    const late = await takeVersion(tx.proposal, id, seen);
    if (late) return late;
    await tx.proposal.update({ where: { id }, data: NOBODY, select: { id: true } });
    await tx.proposalStep.updateMany({
      where: { proposalId: id, audience: { not: 'PUBLIC' }, note: { not: '' } },
      data: { note: '' },
    });
    await tx.proposalWording.deleteMany({ where: { proposalId: id } });
    await forgetEarlier(tx, [id]);
    await note('proposal.personErased', id);
    // Of what it is joined to it counted as one of those whom it matters to.
    const counted = await numbersUpwards(tx, [id]);
    drop(PROPOSALS_TAGS.proposal(number), ...counted.map(PROPOSALS_TAGS.supporters));
    return ok({ number });
  },
);
