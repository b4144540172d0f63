import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import type { Visitor } from '@/lib/accounts/types';
import type { AuditEvent } from '@/lib/audit/types';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE, takeVersion } from '@/lib/core/version';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import { PROPOSAL_RIGHTS } from '../access';
import { isAwaitingAnswer, type OfficeStep, pathOf } from '../rules';
import type { ProposalState } from '../types';
import { applyStep, type StepEffect } from './effects/steps';
import type { LockedProposal } from './effects/types';
import { AUDIT_NAMES, audienceOf, endsReview, INBOX_GROUPS, isTold, takerOf } from './rules';
import type { Decision } from './schema';
import { tellAuthor, tellSupporters } from './telling/steps';
import type { Decided } from './types';

/**
 * One step of the office, whatever it is: the table of steps says whether it is possible, the effects
 * say what it changes. The page's version comes along, so that of two people who decide at once the
 * second learns that the first was faster.
 */
export const decideProposal = command(
  {
    right: PROPOSAL_RIGHTS.review,
    audit: Object.values(AUDIT_NAMES),
    tags: ['proposals', 'home'],
    prepare: () => getOffice({ locale: 'de' }),
  },
  async ({ ready: office, ...asked }, { number, step, seen, given }: Decision) => {
    const { tx } = asked;
    const proposal = await lock(tx, number);
    // Behind the lock: history is in the order in which it was decided.
    const acting = { ...asked, at: now() };
    const { at } = acting;
    const path = pathOf(step, proposal.state);
    const late = await takeVersion(tx.proposal, proposal.id, seen);
    if (late) return late;
    if (path.length === 0) return refused(CHANGED_MEANWHILE);
    const effect = await applyStep(step, { tx, proposal, given, office, at });
    if ('ok' in effect) return effect;
    await move({ ...acting, office, proposal, step, path, effect });
    const told = isTold(step) ? proposal.contactKind : 'NOBODY';
    const next = endsReview(step) ? await nextWaiting(tx, number) : null;
    return ok<Decided>({ number, step, told, next });
  },
);

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

interface Move extends Given<Visitor, AuditEvent> {
  office: Office;
  proposal: LockedProposal;
  step: OfficeStep;
  /** The states passed, the last one is where it stands then. */
  path: readonly ProposalState[];
  effect: StepEffect;
}

/** Writes state, history and audit, tells people, drops the pages that show it. */
async function move(taken: Move): Promise<void> {
  const { tx, at, office, proposal, step, path, effect } = taken;
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
  await writeHistory(taken);
  await taken.note(AUDIT_NAMES[step], proposal.id);
  if (isTold(step)) {
    const { named, quotes } = effect;
    await tellAuthor(tx, office, proposal, { step, to, named, quotes });
  }
  if (step === 'finish') await tellSupporters(tx, proposal, effect.note);
  taken.drop(...[proposal.number, ...effect.touched].map((number) => `proposal:${number}`));
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
