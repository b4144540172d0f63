import 'server-only';
import { mayCoordinate } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import { dropPages, inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import { isAwaitingAnswer, type OfficeStep, pathOf } from '../rules';
import type { ProposalState } from '../types';
import { applyStep, type StepEffect } from './effects/commands';
import type { LockedProposal } from './effects/types';
import { AUDIT_NAMES, audienceOf, endsReview, INBOX_GROUPS, isTold, takerOf } from './rules';
import type { Decision } from './schema';
import { tellAuthor, tellSupporters } from './telling/commands';
import type { Decided } from './types';

/**
 * One step of the office, whatever it is: the table of steps says whether it is possible, the effects
 * say what it changes. The page's state comes along, so that of two people who decide at once the
 * second learns that the first was faster.
 */
export async function decideProposal(
  visitor: Visitor,
  decision: Decision,
): Promise<Result<Decided>> {
  if (visitor.kind === 'guest') throw new AppError('SIGN_IN_REQUIRED');
  if (!mayCoordinate(visitor)) throw new AppError('NOT_FOUND');
  const office = await getOffice({ locale: 'de' });
  const { number, step, seen, given } = decision;
  return inTransaction<Decided>(async (tx) => {
    const proposal = await lock(tx, number);
    const path = pathOf(step, proposal.state);
    if (proposal.state !== seen || path.length === 0) {
      return refused('proposals.refused.changedMeanwhile');
    }
    const at = now();
    const effect = await applyStep(visitor, step, { tx, proposal, given, office, at });
    if ('ok' in effect) return effect;
    await move({ visitor, tx, office, proposal, step, path, effect, at });
    const told = isTold(step) ? proposal.contactKind : 'NOBODY';
    const next = endsReview(step) ? await nextWaiting(tx, number) : null;
    return ok({ number, step, told, next });
  });
}

async function lock(tx: Tx, number: number): Promise<LockedProposal> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM proposals WHERE number = ${number} FOR UPDATE`;
  if (!row) throw new AppError('NOT_FOUND');
  return tx.proposal.findUniqueOrThrow({ where: { id: row.id }, select: LOCKED });
}

const LOCKED = {
  id: true,
  number: true,
  title: true,
  state: true,
  publishedAt: true,
  paperSupporters: true,
  paperSignatures: true,
  authorId: true,
  locale: true,
  name: true,
  contactKind: true,
  contactValue: true,
} as const;

interface Move {
  visitor: Visitor;
  tx: Tx;
  office: Office;
  proposal: LockedProposal;
  step: OfficeStep;
  /** The states passed, the last one is where it stands then. */
  path: readonly ProposalState[];
  effect: StepEffect;
  at: Date;
}

/** Writes state, history and audit, tells people, drops the pages that show it. */
async function move({
  visitor,
  tx,
  office,
  proposal,
  step,
  path,
  effect,
  at,
}: Move): Promise<void> {
  const to = path.at(-1) ?? proposal.state;
  // A reminder changes nothing about how long the body has had it.
  const stateSince = step === 'remind' ? {} : { stateSince: at };
  await tx.proposal.update({
    where: { id: proposal.id },
    data: {
      ...(isAwaitingAnswer(to) ? {} : { promisedFor: null }),
      ...effect.data,
      // A poll opening sets it; whatever the office does by hand has no poll's end.
      voteClosesAt: null,
      state: to,
      ...stateSince,
    },
    select: { id: true },
  });
  await writeHistory({ tx, proposal, step, path, effect, at });
  await recordAudit(visitor, tx, AUDIT_NAMES[step], proposal.id);
  if (isTold(step)) {
    const { named, quotes } = effect;
    await tellAuthor(visitor, tx, office, proposal, { step, to, named, quotes });
  }
  if (step === 'finish') await tellSupporters(visitor, tx, proposal, effect.note);
  const pages = [proposal.number, ...effect.touched].map((number) => `proposal:${number}`);
  await dropPages(tx, 'proposals', 'home', ...pages);
}

async function writeHistory(
  taken: Pick<Move, 'tx' | 'proposal' | 'step' | 'path' | 'effect' | 'at'>,
): Promise<void> {
  const { tx, proposal, step, path, effect, at } = taken;
  const { by = takerOf(step), bodyName = '', note } = effect;
  for (const [index, state] of path.entries()) {
    const isLast = index === path.length - 1;
    const told = { by, step, bodyName, note, audience: audienceOf(step) };
    await tx.proposalStep.create({
      data: {
        proposalId: proposal.id,
        to: state,
        // History is read in order of time: what was passed on the way came a moment before.
        at: new Date(at.getTime() - (path.length - 1 - index)),
        ...(isLast ? told : { by: 'office' }),
      },
      select: { id: true },
    });
  }
}

async function nextWaiting(tx: Tx, after: number): Promise<number | null> {
  const next = await tx.proposal.findFirst({
    where: { state: { in: [...INBOX_GROUPS.waiting] }, number: { not: after } },
    select: { number: true },
    orderBy: [{ promisedFor: { sort: 'asc', nulls: 'last' } }, { stateSince: 'asc' }],
  });
  return next?.number ?? null;
}
