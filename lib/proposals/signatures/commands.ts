import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import { keepEarlier } from '@/lib/audit/corrections/steps';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { PROPOSAL_RIGHTS } from '../access';
import { isSupportable } from '../rules';
import { PROPOSALS_TAGS } from '../tags';
import type { ProposalState } from '../types';
import type { CorrectListInput, EnterListInput, StrikeListInput } from './schema';

type Act = Pick<Given, 'tx' | 'at' | 'drop'>;

/** What the page goes back to. */
type Entered = { number: number };

/** Enters how many people signed a paper list: the number, its day and place, and no name. */
export const enterSignatureList = command(
  { right: PROPOSAL_RIGHTS.countSignatures, audit: ['signatures.entered'], tags: [] },
  async (given, input: EnterListInput): Promise<Result<Entered>> => {
    const proposal = await lock(given.tx, input.number);
    const problem = whyNot(proposal, input, given.at);
    if (problem) return problem;
    const id = await write(given, proposal.id, input);
    await count(given, proposal, input.signatures);
    await given.note('signatures.entered', id);
    return ok({ number: input.number });
  },
);

/** Strikes what was entered wrongly and enters it anew; both stay to be seen. */
export const correctSignatureList = command(
  {
    right: PROPOSAL_RIGHTS.countSignatures,
    audit: ['signatures.struck', 'signatures.corrected'],
    tags: [],
  },
  async (given, input: CorrectListInput): Promise<Result<Entered>> => {
    const proposal = await lock(given.tx, input.number);
    const problem = whyNot(proposal, input, given.at);
    if (problem) return problem;
    const old = await strike(given, proposal.id, input);
    if (old === null) return refused(CHANGED_MEANWHILE);
    const id = await write(given, proposal.id, input);
    await count(given, proposal, input.signatures - old);
    await given.note('signatures.struck', input.list);
    await given.note('signatures.corrected', id);
    return ok({ number: input.number });
  },
);

/** A list that does not count any more, with nothing in its place. */
export const strikeSignatureList = command(
  { right: PROPOSAL_RIGHTS.countSignatures, audit: ['signatures.struck'], tags: [] },
  async (given, input: StrikeListInput): Promise<Result<Entered>> => {
    const proposal = await lock(given.tx, input.number);
    if (!isSupportable(proposal.state)) return refused('proposals.refused.listClosed');
    const old = await strike(given, proposal.id, input);
    if (old === null) return refused(CHANGED_MEANWHILE);
    await count(given, proposal, -old);
    await given.note('signatures.struck', input.list);
    return ok({ number: input.number });
  },
);

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

function whyNot(proposal: Locked, input: EnterListInput, at: Date): Refused | null {
  // Closed ones are settled, merged ones count with their lead.
  if (!isSupportable(proposal.state)) return refused('proposals.refused.listClosed');
  const today = officeDate(at);
  return input.collectedOn > today
    ? refused('proposals.refused.listFuture', {}, 'collectedOn')
    : null;
}

async function write({ tx, at }: Act, proposalId: string, input: EnterListInput): Promise<string> {
  const { signatures, place, collectedOn } = input;
  const { id } = await tx.signatureList.create({
    data: {
      ...{ proposalId, signatures, place },
      collectedOn: dayColumn(collectedOn),
      enteredAt: at,
    },
    select: { id: true },
  });
  return id;
}

/**
 * Strikes a list and keeps why. Everybody reads that where it changes the number they read.
 * @returns how many signatures stood there, or null when somebody else was faster
 */
async function strike(
  { tx, at }: Act,
  proposalId: string,
  { list: id, reason, signatures = 0 }: StrikeListInput & { signatures?: number },
): Promise<number | null> {
  const struck = await tx.signatureList.updateMany({
    where: { id, proposalId, struckAt: null },
    data: { struckAt: at },
  });
  if (struck.count === 0) return null;
  const row = await tx.signatureList.findUniqueOrThrow({
    where: { id },
    select: { signatures: true, place: true, collectedOn: true },
  });
  await keepEarlier(tx, {
    ...{ kind: 'SIGNATURE_LIST', subjectId: id, version: 1, at, reason },
    audience: row.signatures === signatures ? 'INTERNAL' : 'PUBLIC',
    earlier: {
      ...{ signatures: row.signatures, place: row.place },
      collected_on: dayOf(row.collectedOn),
    },
  });
  return row.signatures;
}

async function count({ tx, drop }: Act, proposal: Locked, more: number): Promise<void> {
  await tx.proposal.update({
    where: { id: proposal.id },
    data: { paperSupporters: { increment: more }, paperSignatures: { increment: more } },
    select: { id: true },
  });
  drop(PROPOSALS_TAGS.supporters(proposal.number));
}
