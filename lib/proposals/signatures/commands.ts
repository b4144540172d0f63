import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { localDateOf, now } from '@/lib/core/clock';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { isSupportable, OFFICE_ZONE } from '../rules';
import type { ProposalState } from '../types';
import type { CorrectListInput, EnterListInput, StrikeListInput } from './schema';

/** What the page goes back to. */
type Entered = { number: number };

/** Enters how many people signed a paper list: the number, its day and place, and no name. */
export async function enterSignatureList(
  visitor: Visitor,
  input: EnterListInput,
): Promise<Result<Entered>> {
  checkOffice(visitor);
  return inTransaction(async (tx) => {
    const proposal = await lock(tx, input.number);
    const problem = whyNot(proposal, input);
    if (problem) return problem;
    const id = await write(tx, proposal.id, input);
    await count(tx, proposal, input.signatures);
    await recordAudit(visitor, tx, 'signatures.entered', id);
    return ok({ number: input.number });
  });
}

/** Strikes what was entered wrongly and enters it anew; both stay to be seen. */
export async function correctSignatureList(
  visitor: Visitor,
  input: CorrectListInput,
): Promise<Result<Entered>> {
  checkOffice(visitor);
  return inTransaction(async (tx) => {
    const proposal = await lock(tx, input.number);
    const problem = whyNot(proposal, input);
    if (problem) return problem;
    const old = await strike(tx, proposal.id, input.list);
    if (old === null) return refused('proposals.refused.listChanged');
    const id = await write(tx, proposal.id, input);
    await count(tx, proposal, input.signatures - old);
    await recordAudit(visitor, tx, 'signatures.struck', input.list);
    await recordAudit(visitor, tx, 'signatures.corrected', id);
    return ok({ number: input.number });
  });
}

/** A list that does not count any more, with nothing in its place. */
export async function strikeSignatureList(
  visitor: Visitor,
  input: StrikeListInput,
): Promise<Result<Entered>> {
  checkOffice(visitor);
  return inTransaction(async (tx) => {
    const proposal = await lock(tx, input.number);
    if (!isSupportable(proposal.state)) return refused('proposals.refused.listClosed');
    const old = await strike(tx, proposal.id, input.list);
    if (old === null) return refused('proposals.refused.listChanged');
    await count(tx, proposal, -old);
    await recordAudit(visitor, tx, 'signatures.struck', input.list);
    return ok({ number: input.number });
  });
}

function checkOffice(visitor: Visitor): void {
  if (visitor.kind === 'guest') throw new AppError('SIGN_IN_REQUIRED');
  if (!mayCoordinate(visitor)) throw new AppError('NOT_FOUND');
}

interface Locked {
  id: string;
  number: number;
  state: ProposalState;
}

/** Of a public proposal only: nobody signs for what nobody may read. */
async function lock(tx: Tx, number: number): Promise<Locked> {
  const [row] = await tx.$queryRaw<Locked[]>`
    SELECT id::text, number, state::text FROM proposals
    WHERE number = ${number} AND published_at IS NOT NULL FOR UPDATE`;
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

function whyNot(proposal: Locked, input: EnterListInput): Refused | null {
  // Closed ones are settled, merged ones count with their lead.
  if (!isSupportable(proposal.state)) return refused('proposals.refused.listClosed');
  const today = localDateOf(now(), OFFICE_ZONE);
  return input.collectedOn > today
    ? refused('proposals.refused.listFuture', {}, 'collectedOn')
    : null;
}

async function write(tx: Tx, proposalId: string, input: EnterListInput): Promise<string> {
  const { signatures, place, collectedOn } = input;
  const { id } = await tx.signatureList.create({
    data: {
      ...{ proposalId, signatures, place },
      collectedOn: new Date(`${collectedOn}T00:00:00Z`),
      enteredAt: now(),
    },
    select: { id: true },
  });
  return id;
}

/** @returns how many signatures stood there, or null when somebody else was faster */
async function strike(tx: Tx, proposalId: string, id: string): Promise<number | null> {
  const struck = await tx.signatureList.updateMany({
    where: { id, proposalId, struckAt: null },
    data: { struckAt: now() },
  });
  if (struck.count === 0) return null;
  const row = await tx.signatureList.findUniqueOrThrow({
    where: { id },
    select: { signatures: true },
  });
  return row.signatures;
}

async function count(tx: Tx, proposal: Locked, more: number): Promise<void> {
  await tx.proposal.update({
    where: { id: proposal.id },
    data: { paperSupporters: { increment: more }, paperSignatures: { increment: more } },
    select: { id: true },
  });
  await dropPages(tx, 'proposals', `proposal:${proposal.number}`);
}
